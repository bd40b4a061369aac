import { useEffect, useEffectEvent, useState } from "react";
import { SearchField } from "../../../design/fields/SearchField";
import { listWords } from "../list/listWords";

const REST_MS = 200;

type WordsFilterProps = { value: string; onChange: (words: string) => void };

/** The words to look for. The list follows when the typing rests, and so does the address. */
export function WordsFilter({ value, onChange }: WordsFilterProps) {
  const [typed, setTyped] = useState(value);
  const [asked, setAsked] = useState(value);
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    // The address moved by itself: by Back, by a saved link, or by clearing the filters.
    if (value !== asked) {
      setAsked(value);
      setTyped(value);
    }
  }
  const report = useEffectEvent(() => {
    setAsked(typed);
    onChange(typed);
  });
  useEffect(() => {
    if (typed === asked) return;
    const timer = setTimeout(report, REST_MS);
    return () => clearTimeout(timer);
  }, [typed, asked]);
  return (
    <SearchField
      label={listWords.search}
      placeholder={listWords.searchHint}
      value={typed}
      onChange={setTyped}
      keys="/"
    />
  );
}
