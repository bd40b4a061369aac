import { Link } from "../../../design/buttons/Link";
import type { RegisterRow } from "../../../ipc/contract";
import { registerWords } from "../../../words/education/register";
import { count } from "../../../words/shown/format";
import styles from "./Register.module.css";

const words = registerWords.leaflets;

/** Leaflet by leaflet: how often it was given, asked back, and what is still open. */
export function LeafletTable({ rows }: { rows: readonly RegisterRow[] }) {
  return (
    <table className={styles.table} aria-label={words.title}>
      <thead className={styles.head}>
        <tr>
          <th scope="col">{words.leaflet}</th>
          <th scope="col" className={styles.end}>
            {words.given}
          </th>
          <th scope="col" className={styles.end}>
            {words.taught}
          </th>
          <th scope="col" className={styles.end}>
            {words.notYet}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, title, given, taught, notYet }) => (
          <tr key={key}>
            <th scope="row">
              <Link href={`/education/${key}`} tone="quiet">
                <bdi>{title}</bdi>
              </Link>
            </th>
            <td className={styles.end}>{count(given)}</td>
            <td className={styles.end}>{count(taught)}</td>
            <td className={styles.end}>{count(notYet)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
