import { Segmented } from "../../../design/choices/Segmented";
import { Select } from "../../../design/choices/Select";
import type { LeafletView } from "../../../ipc/contract";
import { readWords as words } from "../../../words/education/read";
import { languageWithOwnName, ownLanguageName } from "../../../words/languages";

/** As many as stand side by side; more make a list. */
const SIDE_BY_SIDE = 4;

type LanguageSwitchProps = { view: LeafletView; go: (href: string) => void };

/** The same leaflet in its other languages, each called as its readers call it. */
export function LanguageSwitch({ view, go }: LanguageSwitchProps) {
  const others = view.translations.map(({ language }) => language);
  const languages = [...new Set([view.language, ...others])].sort();
  if (languages.length < 2) return null;
  const open = (language: string) => go(`/education/${view.key}?lang=${language}`);
  if (languages.length <= SIDE_BY_SIDE) {
    return (
      <Segmented
        label={words.languages}
        options={languages.map((id) => ({ id, label: ownLanguageName(id) }))}
        value={view.language}
        onChange={open}
      />
    );
  }
  return (
    <Select
      label={words.languages}
      width="half"
      options={languages.map((id) => ({ id, label: languageWithOwnName(id) }))}
      value={view.language}
      onChange={open}
      placeholder={words.languages}
    />
  );
}
