import { Banner } from "../../../design/telling/Banner";
import type { Saved } from "../../../ipc/contract";
import { paperWords } from "../../../words/education/paper";
import { bytesInWords } from "../../../words/shown/format";

const words = paperWords.saved;

/** What was saved; a leaflet names nobody, so there is nothing to warn of. */
export function SavedNote({ saved }: { saved: Saved | null }) {
  if (saved === null) return null;
  return (
    <Banner tone="met" title={words.title} live>
      {words.words(saved.fileName, bytesInWords(saved.bytes))}
    </Banner>
  );
}
