import { type RefObject, useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import { SearchField } from "../../../design/fields/SearchField";
import { type Shortcut, useShortcuts } from "../../../design/keys";
import { libraryWords as words } from "../../../words/education/library";
import styles from "./Library.module.css";

const REST_MS = 150;

type WordsFieldProps = {
  value: string;
  onChange: (text: string) => void;
  /** Enter: opens what was found first. */
  onSubmit: () => void;
};

/** The words to look for. The list follows when the typing rests, and so does the address. */
export function WordsField({ value, onChange, onSubmit }: WordsFieldProps) {
  const box = useRef<HTMLDivElement>(null);
  useFocusKey(box);
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
    setAsked(typed.trimStart());
    onChange(typed);
  });
  useEffect(() => {
    if (typed.trimStart() === asked) return;
    const timer = setTimeout(report, REST_MS);
    return () => clearTimeout(timer);
  }, [typed, asked]);
  return (
    <div ref={box} className={styles.words}>
      <SearchField
        label={words.search}
        placeholder={words.searchHint}
        value={typed}
        onChange={setTyped}
        onSubmit={onSubmit}
        keys="/"
      />
    </div>
  );
}

function useFocusKey(box: RefObject<HTMLElement | null>): void {
  const list = useMemo<Shortcut[]>(() => {
    const focus = () => box.current?.querySelector("input")?.focus();
    return [{ id: "education-search", label: words.search, keys: "/", run: focus }];
  }, [box]);
  useShortcuts(list);
}
