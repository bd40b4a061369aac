import { type ClipboardEvent, type ReactNode, useState } from "react";
import { Banner } from "../../../design/telling/Banner";
import { casesWords } from "../../../words/cases";
import { count } from "../../../words/format";

/** A little too much is kept and counted; far too much would stop the window, so it is refused whole. */
const FAR_TOO_MUCH = 10;

type PasteGuardProps = { limit: number; children: ReactNode };

/** Refuses a paste far over the limit with nothing lost: what was written stays as it is. */
export function PasteGuard({ limit, children }: PasteGuardProps) {
  const [refused, setRefused] = useState<number | null>(null);
  const onPaste = (event: ClipboardEvent) => {
    const { length } = event.clipboardData.getData("text/plain");
    const isTooMuch = length > limit * FAR_TOO_MUCH;
    if (isTooMuch) event.preventDefault();
    setRefused(isTooMuch ? length : null);
  };
  return (
    <div onPasteCapture={onPaste}>
      {children}
      {refused === null ? null : (
        <Banner tone="soon" live>
          {casesWords.form.pastedTooMuch(count(refused), count(limit))}
        </Banner>
      )}
    </div>
  );
}
