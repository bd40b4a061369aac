import { Kbd } from "../../../design/marks/Kbd";
import styles from "./List.module.css";
import { listWords } from "./listWords";

const words = listWords.hint;

const HINTS = [
  { keys: "↑ ↓", does: words.move },
  { keys: "Enter", does: words.open },
  { keys: "C", does: words.contact },
  { keys: "/", does: words.filter },
];

/** The keys of the list, in one line at its foot. */
export function ListFoot() {
  return (
    <p className={styles.foot}>
      {HINTS.map(({ keys, does }) => (
        <span key={keys} className={styles.hint}>
          <Kbd keys={keys} /> {does}
        </span>
      ))}
    </p>
  );
}
