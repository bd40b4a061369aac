import { useDeferredValue, useRef, useState } from "react";
import { ComboBox } from "../../../design/choices/ComboBox";
import { Stack } from "../../../design/layout/Stack";
import { useOfficeKeeping } from "../../../ipc/cache";
import type { PersonKind } from "../../../ipc/contract";
import { casesWords } from "../../../words/cases";
import { labels } from "../../../words/labels";
import { NewPerson } from "./NewPerson";
import { type Picked, picked, startPerson } from "./newPerson";

const words = casesWords.person;
const SHOWN = 20;

type PersonPickerProps = {
  label: string;
  hint?: string | undefined;
  name: string;
  value: Picked;
  /** Typing and choosing can come in one breath, so each is a step from what was. */
  onChange: (step: (was: Picked) => Picked) => void;
  /** Only people of this kind are offered; null offers everybody. */
  kind: PersonKind | null;
  /** What a person added here is taken to be. */
  newKind: PersonKind;
  optional?: string | undefined;
  error?: string | null | undefined;
};

/** Finds a person by name or number, or adds one who is new. */
export function PersonPicker({ value, onChange, kind, newKind, ...field }: PersonPickerProps) {
  const place = useRef<HTMLDivElement>(null);
  const [isAsked, setAsked] = useState(false);
  const typed = value.text === value.choice?.label ? "" : value.text.trim();
  const text = useDeferredValue(typed);
  const people = useOfficeKeeping("people.list", {
    text: text === "" ? null : text,
    kind,
    after: null,
    limit: SHOWN,
  });
  const options = (people.data?.rows ?? []).map((row) => ({
    id: row.id,
    label: row.name,
    detail: kind === null ? `${labels.personKind[row.kind]} · ${row.detail}` : row.detail,
  }));
  const settle = (step: (was: Picked) => Picked) => {
    onChange(step);
    // Only when the name stands in the box: typing into a box in focus opens its list.
    requestAnimationFrame(() => place.current?.querySelector("input")?.focus());
  };
  return (
    <div ref={place}>
      <Stack gap={3}>
        <ComboBox
          {...field}
          value={value.choice}
          text={value.text}
          onTextChange={(next) => onChange((was) => ({ ...was, text: next }))}
          onChange={(choice) =>
            onChange((was) => (choice ? picked(choice) : { ...was, choice: null }))
          }
          options={options}
          isLoading={people.isFetching}
          loadingText={words.searching}
          emptyText={words.none}
          addLabel={words.add}
          onAdd={(name) => {
            setAsked(true);
            onChange((was) => ({ ...was, choice: null, adding: startPerson(name, newKind) }));
          }}
          placeholder={words.placeholder}
          allowsText
        />
        {value.adding ? (
          <NewPerson
            draft={value.adding}
            onChange={(adding) => onChange((was) => ({ ...was, adding }))}
            onAdded={(person) => settle(() => picked(person))}
            onCancel={() => settle((was) => ({ ...was, adding: null }))}
            autoFocus={isAsked}
          />
        ) : null}
      </Stack>
    </div>
  );
}
