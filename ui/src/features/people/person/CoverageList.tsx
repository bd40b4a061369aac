import { Link } from "../../../design/buttons/Link";
import type { Coverage } from "../../../ipc/contract";
import { peopleWords } from "../../../words/people";
import { useFormat } from "../../../words/shown/useFormat";
import styles from "./PersonPage.module.css";
import { spanWords } from "./span";

/** Who pays for their care, the latest first. */
export function CoverageList({ coverage }: { coverage: Coverage[] }) {
  const format = useFormat();
  return (
    <ul className={styles.list}>
      {coverage.map((one) => (
        <li key={one.id} className={styles.row}>
          <span>
            {one.payer ? <Link href={`/people/${one.payer}`}>{one.payerName}</Link> : one.payerName}
            <span className={styles.quiet}>{detailOf(one)}</span>
          </span>
          {one.from || one.to ? (
            <span className={styles.quiet}>{spanWords(one.from, one.to, format)}</span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function detailOf({ plan, memberNumber }: Coverage): string {
  const number = memberNumber ? peopleWords.person.memberNumber(memberNumber) : null;
  const words = [plan, number].filter(Boolean).join(" · ");
  return words === "" ? "" : ` · ${words}`;
}
