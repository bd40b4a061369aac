import type { Stay } from "../../../ipc/contract";
import { useFormat } from "../../../words/shown/useFormat";
import styles from "./PersonPage.module.css";
import { spanWords } from "./span";

/** Where and when they stayed, the latest first. */
export function StayList({ stays }: { stays: Stay[] }) {
  const format = useFormat();
  return (
    <ul className={styles.list}>
      {stays.map(({ id, unit, place, kind, from, to }) => (
        <li key={id} className={styles.row}>
          <span>{[unit, place, kind].filter(Boolean).join(" · ")}</span>
          <span className={styles.quiet}>{spanWords(from, to, format)}</span>
        </li>
      ))}
    </ul>
  );
}
