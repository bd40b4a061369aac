import { Segmented } from "../../../design/choices/Segmented";
import { Select } from "../../../design/choices/Select";
import type { QuestionsView } from "../../../ipc/contract";
import { askWords as words } from "../../../words/education/ask";
import { ownLanguageName } from "../../../words/languages";
import type { AskSearch } from "./search";
import type { Source } from "./useSource";

type SourceFieldsProps = {
  bank: readonly QuestionsView[];
  source: Source | null;
  search: AskSearch;
  onSearch: (next: AskSearch) => void;
};

/** The kind of visit, or the leaflet the questions come from, and the language of the sheet. */
export function SourceFields({ bank, source, search, onSearch }: SourceFieldsProps) {
  const { visit: _, from, ...setting } = search;
  const language = source?.language ?? "en";
  const visits = (bank.find((one) => one.language === language) ?? bank[0])?.visits ?? [];
  const speak = (next: string) => {
    const key = from?.split(":")[0];
    if (source?.visit) onSearch({ ...setting, visit: `${source.visit}:${next}` });
    else if (key !== undefined) onSearch({ ...setting, from: `${key}:${next}` });
  };
  return (
    <>
      <Select
        label={words.visit}
        hint={
          source && source.visit === null ? (
            <bdi lang={source.language}>{words.from(source.about)}</bdi>
          ) : undefined
        }
        options={visits.map(({ id, title }) => ({ id, label: title }))}
        value={source?.visit ?? null}
        onChange={(visit) => onSearch({ ...setting, visit: `${visit}:${language}` })}
        placeholder={words.visitPlaceholder}
      />
      {source && source.languages.length > 1 ? (
        <Segmented
          label={words.language}
          options={source.languages.map((id) => ({ id, label: ownLanguageName(id) }))}
          value={source.language}
          onChange={speak}
        />
      ) : null}
    </>
  );
}
