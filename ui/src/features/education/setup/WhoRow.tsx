import { Button } from "../../../design/buttons/Button";
import { Each } from "../../../design/Each";
import { Badge } from "../../../design/marks/Badge";
import { tell } from "../../../design/overlays/Toast";
import { useAction } from "../../../ipc/cache";
import type { HelperEntry, Id } from "../../../ipc/contract";
import { toOfficeError } from "../../../ipc/errors";
import { setupWords } from "../../../words/education/setup";
import { withSuggestion } from "./reach";
import styles from "./Setup.module.css";

const words = setupWords.who;

type WhoRowProps = {
  helper: HelperEntry;
  onOpen: () => void;
  tellDone: (words: string, entry: Id | null) => void;
};

/** One who can help: what they do, and how they are reached here. */
export function WhoRow({ helper, onOpen, tellDone }: WhoRowProps) {
  const { name, does, reach, usedIn } = helper;
  const shown = reach?.name ?? name;
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <p className={styles.figure}>
          <span className={styles.name}>{shown}</span>
          {reach ? null : <Badge tone="soon">{words.empty}</Badge>}
        </p>
        <p className={styles.quiet}>{does}</p>
        {reach ? (
          <div className={styles.reach}>
            <Each of={[reach.phone, reach.hours, reach.address, reach.web]}>
              {(line) => (line ? <p>{line}</p> : null)}
            </Each>
          </div>
        ) : null}
        <Suggested helper={helper} tellDone={tellDone} />
      </div>
      <div className={styles.side}>
        <Button
          size="small"
          aria-label={reach ? words.changeLabel(shown) : words.fillLabel(shown)}
          onPress={onOpen}
        >
          {reach ? words.change : words.fill}
        </Button>
        <p className={styles.quiet}>{setupWords.usedIn(usedIn)}</p>
      </div>
    </li>
  );
}

/** A public number nobody here has confirmed, until there is one of ours. */
function Suggested({ helper, tellDone }: Pick<WhoRowProps, "helper" | "tellDone">) {
  const fill = useAction("education.fill_helper");
  const { name, suggestedPhone, suggestedWeb, reach } = helper;
  const what = [suggestedPhone, suggestedWeb].filter(Boolean).join(" · ");
  if (what === "" || reach !== null) return null;
  const use = () =>
    void fill
      .mutateAsync(withSuggestion(helper))
      .then(({ entry }) => tellDone(words.done(name), entry))
      .catch((thrown: unknown) => tell({ words: toOfficeError(thrown).message, tone: "late" }));
  return (
    <p className={styles.suggested}>
      <span>{words.suggested(what)}</span>
      <Badge tone="soon">{setupWords.unverified}</Badge>
      <Button
        variant="link"
        aria-label={words.takeLabel(what, name)}
        isPending={fill.isPending}
        onPress={use}
      >
        {words.take}
      </Button>
    </p>
  );
}
