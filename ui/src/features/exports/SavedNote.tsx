import { Facts } from "../../design/layout/Facts";
import { Banner } from "../../design/telling/Banner";
import type { Saved } from "../../ipc/contract";
import { exportsWords } from "../../words/exports";
import { bytesInWords } from "../../words/shown/format";
import styles from "./Summary.module.css";

const words = exportsWords.saved;
const SHORT = 12;

/** What was saved, how to know it again, and what that means. */
export function SavedNote({ saved }: { saved: NonNullable<Saved> }) {
  return (
    <Banner tone="met" title={words.title} live>
      <p>{words.words}</p>
      <Facts
        rows={[
          { term: words.file, value: <bdi>{saved.fileName}</bdi> },
          { term: words.size, value: bytesInWords(saved.bytes) },
          {
            term: words.hash,
            value: (
              <code className={styles.hash} title={saved.sha256}>
                {saved.sha256.slice(0, SHORT)}…
              </code>
            ),
          },
        ]}
      />
    </Banner>
  );
}
