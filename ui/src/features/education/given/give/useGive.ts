import { useState } from "react";
import { useOffice } from "../../../../ipc/answers";
import { useAction } from "../../../../ipc/cache";
import { call } from "../../../../ipc/call";
import type { Day, GiveOne, Id, Way } from "../../../../ipc/contract";
import { OfficeError, toOfficeError } from "../../../../ipc/errors";
import type { DraftHold } from "../../../../ipc/useDraft";
import { educationGivenWords } from "../../../../words/education/given";
import {
  type GiveDraft,
  inLanguage,
  paperHref,
  suitingWay,
  type Title,
  teachForm,
  unmarked,
} from "./handing";

const words = educationGivenWords.give;

type GiveOptions = {
  draft: DraftHold<GiveDraft>;
  titles: readonly Title[];
  today: Day;
  onClose: () => void;
  go: (href: string) => void;
  tellDone: (words: string, entry: Id | null) => void;
};

export type Giving = {
  /** The language the person reads, as it was written down. */
  reads: string | null;
  /** How it is handed over: as chosen, or as suits the person. */
  way: Way;
  /** Whether it is handed over on paper, so that printing it is the next thing to do. */
  isOnPaper: boolean;
  problem: OfficeError | null;
  isPending: boolean;
  submit: (andPrint: boolean) => void;
};

/** Sends what was filled in, once it is whole. */
export function useGive({ draft, titles, today, onClose, go, tellDone }: GiveOptions): Giving {
  const { body } = draft;
  const give = useAction("education.give");
  const [problem, setProblem] = useState<OfficeError | null>(null);
  const { reads, suiting } = usePerson(body.person?.id ?? null);
  const way = body.way ?? suiting;
  const send = async (andPrint: boolean) => {
    const lacking = lackingIn(body);
    setProblem(lacking);
    if (lacking !== null || body.person === null) return;
    const leaflets = await Promise.all(
      body.leaflets.map((one) => leafletOf(one, titles, reads, today)),
    );
    const { at, note } = body;
    const { output, entry } = await give.mutateAsync({
      person: body.person.id,
      case: body.case,
      leaflets,
      way,
      at,
      note,
    });
    await draft.done();
    const given = output.map(({ title }) => title);
    tellDone(words.done(given, body.person.label), entry);
    if (andPrint) go(paperHref(leaflets, way));
    else onClose();
  };
  return {
    reads,
    way,
    isOnPaper: way === "printed" || way === "large_print",
    problem,
    isPending: give.isPending,
    submit: (andPrint) => void send(andPrint).catch((thrown) => setProblem(toOfficeError(thrown))),
  };
}

/** What is lacking before the office is asked. */
function lackingIn({ person, leaflets }: GiveDraft): OfficeError | null {
  if (person === null) return invalid("person", words.choosePerson);
  for (const [n, { teachBack }] of leaflets.entries()) {
    const place = teachBack === null ? null : unmarked(teachBack);
    if (place === null) continue;
    const field = `leaflets.${n}.teachBack.points.${place}`;
    return invalid(field, educationGivenWords.teach.mark);
  }
  return null;
}

async function leafletOf(
  { key, language: chosen, teachBack }: GiveDraft["leaflets"][number],
  titles: readonly Title[],
  reads: string | null,
  today: Day,
): Promise<GiveOne> {
  const title = titles.find((one) => one.key === key);
  const { language } = inLanguage(title, chosen, reads);
  if (teachBack === null) return { key, language, teachBack: null };
  const { output } = await call("education.read", { key, language, textId: null });
  return { key, language, teachBack: teachForm(teachBack, output.keyPoints, today) };
}

function usePerson(person: Id | null): { reads: string | null; suiting: Way } {
  const view = useOffice("people.view", { id: person ?? "" }, { enabled: person !== null });
  const form = view.data?.form;
  return { reads: form?.writtenLanguage ?? null, suiting: suitingWay(form?.needs ?? null) };
}

function invalid(field: string, message: string): OfficeError {
  return new OfficeError({ kind: "invalid", message, fields: [{ field, message }] });
}
