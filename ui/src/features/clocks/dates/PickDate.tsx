import { useState } from "react";
import { Link } from "../../../design/buttons/Link";
import { SearchList } from "../../../design/choices/SearchList";
import { Stack } from "../../../design/layout/Stack";
import type { EventOffer } from "../../../ipc/contract";
import { clockFormsWords } from "../../../words/clockForms";
import { offersLike } from "./offers";

const words = clockFormsWords.add;

type PickDateProps = {
  offers: readonly EventOffer[];
  /** Whether a draft names a date that is no longer offered. */
  wasGone: boolean;
  onChoose: (offer: EventOffer) => void;
};

/** What happened, from everything the rules in force count from, by pack. */
export function PickDate({ offers, wasGone, onChoose }: PickDateProps) {
  const [text, setText] = useState("");
  if (offers.length === 0) {
    return (
      <Stack gap={2}>
        <p>{words.none}</p>
        <Link href="/settings/rules">{words.settings}</Link>
      </Stack>
    );
  }
  const groups = offersLike(offers, text).map(({ pack, offers: found }) => ({
    id: pack,
    title: pack,
    options: found.map(({ event, name, rules }) => ({
      id: event,
      label: name,
      hint: words.starts(rules.join("; ")),
    })),
  }));
  return (
    <Stack gap={2}>
      {wasGone ? <p role="status">{words.gone}</p> : null}
      <SearchList
        label={words.search}
        listLabel={words.choose}
        hint={words.searchHint}
        name="event"
        text={text}
        onTextChange={setText}
        groups={groups}
        onChoose={(event) => {
          const chosen = offers.find((one) => one.event === event);
          if (chosen) onChoose(chosen);
        }}
        emptyText={words.nothing}
      />
    </Stack>
  );
}
