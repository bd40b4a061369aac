import { Button } from "../buttons/Button";
import { Menu } from "../overlays/Menu";
import { addressOf, type GalleryChoice } from "./choiceIn";
import styles from "./Gallery.module.css";

type SwitchesProps = { choice: GalleryChoice; parts: readonly string[] };

/** The switches are links to the same page: what is seen is always in the address. */
export function Switches({ choice, parts }: SwitchesProps) {
  const go = (change: Partial<GalleryChoice>): void => {
    location.search = addressOf({ ...choice, ...change });
  };
  return (
    <div className={styles.switches}>
      <Pick
        label="Theme"
        now={choice.theme}
        of={["system", "light", "dark"]}
        onPick={(theme) => go({ theme })}
      />
      <Pick
        label="Contrast"
        now={choice.contrast}
        of={["system", "normal", "more"]}
        onPick={(contrast) => go({ contrast })}
      />
      <Pick
        label="Text"
        now={String(choice.textScale)}
        of={["100", "125", "150", "175", "200"]}
        onPick={(scale) => go({ textScale: Number(scale) })}
      />
      <Pick
        label="Part"
        now={choice.part || "all"}
        of={["all", ...parts]}
        onPick={(part) => go({ part: part === "all" ? "" : part })}
      />
    </div>
  );
}

type PickProps<T extends string> = {
  label: string;
  now: T;
  of: readonly T[];
  onPick: (one: T) => void;
};

function Pick<T extends string>({ label, now, of, onPick }: PickProps<T>) {
  return (
    <Menu
      trigger={<Button size="small">{`${label}: ${now}`}</Button>}
      label={label}
      entries={of.map((id) => ({ id, label: id }))}
      selected={now}
      onChoose={(id) => {
        const picked = of.find((one) => one === id);
        if (picked) onPick(picked);
      }}
    />
  );
}
