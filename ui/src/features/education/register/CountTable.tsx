import { VisuallyHidden } from "../../../design/marks/VisuallyHidden";
import type { GroupCount } from "../../../ipc/contract";
import { registerWords } from "../../../words/education/register";
import { count } from "../../../words/shown/format";
import styles from "./Register.module.css";

const words = registerWords.groups;

/** Names with how often; the names of the columns are for those who listen. */
export function CountTable({ label, rows }: { label: string; rows: readonly GroupCount[] }) {
  return (
    <table className={styles.table} aria-label={label}>
      <thead className={styles.head}>
        <tr>
          <th scope="col">
            <VisuallyHidden>{words.name}</VisuallyHidden>
          </th>
          <th scope="col">
            <VisuallyHidden>{words.given}</VisuallyHidden>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, count: times }) => (
          <tr key={name}>
            <th scope="row">
              <bdi>{name}</bdi>
            </th>
            <td className={styles.end}>{count(times)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
