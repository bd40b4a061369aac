import { Link } from "../../design/buttons/Link";
import { Page } from "../../design/layout/Page";
import { frameWords } from "../../words/frame";

const { errors: words } = frameWords;

/** The address leads nowhere. */
export function LostPage() {
  return (
    <Page title={words.lostTitle} width="reading">
      <p>{words.lost}</p>
      <p>
        <Link href="/day">{words.toDay}</Link>
      </p>
    </Page>
  );
}
