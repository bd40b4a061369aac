import type { ReactNode } from "react";
import { useOffice } from "../../../../ipc/answers";
import type { HandoutView, Id, Moment, TeachBackView } from "../../../../ipc/contract";
import { GivenEntry, TaughtEntry } from "./StoryEntries";

export type StoryEntry = { id: string; at: Moment; node: ReactNode };

/** What was handed out and asked back in a case, to stand in its timeline. */
export function useGivenStory(caseId: Id): StoryEntry[] {
  const given = useOffice("education.given", { person: null, case: caseId });
  return (given.data?.handouts ?? []).flatMap((handout) => {
    const { now, later } = splitBacks(handout);
    return [
      {
        id: handout.id,
        at: handout.givenAt,
        node: <GivenEntry handout={handout} back={now} />,
      },
      ...later.map((back) => ({
        id: back.id,
        at: back.at,
        node: <TaughtEntry handout={handout} back={back} />,
      })),
    ];
  });
}

/** A teach-back of the same hour is part of handing it out; a later one is an entry of its own. */
export function splitBacks({ givenAt, teachBacks }: Pick<HandoutView, "givenAt" | "teachBacks">): {
  now: TeachBackView | null;
  later: TeachBackView[];
} {
  const first = teachBacks.at(-1);
  const now = first?.at === givenAt ? first : null;
  return { now, later: teachBacks.filter((back) => back !== now) };
}
