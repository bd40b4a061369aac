import { Check, Menu as MenuIcon, Plus } from "lucide-react";
import { Button } from "../../design/buttons/Button";
import { IconButton } from "../../design/buttons/IconButton";
import { SearchButton } from "../../design/fields/SearchField";
import { Menu, type MenuEntry } from "../../design/overlays/Menu";
import { useOffice } from "../../ipc/answers";
import { frameWords } from "../../words/frame";
import { useFormat } from "../../words/shown/useFormat";
import { useGo } from "../session/go";
import { lockNow } from "../session/lock";
import { useLastSaved } from "../session/saved";
import { usePlaces } from "./places";
import styles from "./TopBar.module.css";

type TopBarProps = { onSearch: () => void };

/** Search, quick capture, and one quiet line that says the work is safe. */
export function TopBar({ onSearch }: TopBarProps) {
  const go = useGo();
  return (
    <header className={styles.bar}>
      <div className={styles.menu}>
        <PlacesMenu />
      </div>
      <div className={styles.search}>
        <SearchButton keys="Mod+K" onPress={onSearch}>
          {frameWords.search}
        </SearchButton>
      </div>
      <Button variant="primary" icon={Plus} onPress={() => go("/cases/new")}>
        {frameWords.newCase}
      </Button>
      <SavedChip />
    </header>
  );
}

/** The rail's places where the window is too narrow for the rail. */
function PlacesMenu() {
  const go = useGo();
  const places: MenuEntry[] = usePlaces().map(({ href, label, amount }) => ({
    id: href,
    label: amount === null ? label : frameWords.countOf(label, amount),
  }));
  const choose = (id: string) => (id === "lock" ? void lockNow() : go(id));
  return (
    <Menu
      trigger={<IconButton label={frameWords.places.menu} icon={MenuIcon} size={20} />}
      label={frameWords.places.label}
      entries={[...places, "line", { id: "lock", label: frameWords.lock, keys: "Mod+L" }]}
      onChoose={choose}
    />
  );
}

function SavedChip() {
  const format = useFormat();
  const zone = useOffice("security.status", null).data?.office?.timeZone;
  const savedAt = useLastSaved();
  const words =
    savedAt && zone
      ? frameWords.saved.at(format.instantTime(savedAt, zone))
      : frameWords.saved.never;
  return (
    <p className={styles.saved} role="status">
      <Check className={styles.icon} strokeWidth={1.75} aria-hidden />
      {words}
    </p>
  );
}
