import type {
  CaseView,
  Channel,
  ContactView,
  Direction,
  Id,
  Moment,
  Reached,
} from "../../ipc/contract";

/** Somebody by id, with the name to show. */
export type Named = { id: Id; label: string };

/** What is asked of a contact, whether it is added or amended. */
export type ContactFacts = {
  channel: Channel;
  direction: Direction;
  at: Moment | null;
  minutes: number | null;
  with: Named | null;
  withText: string;
  reached: Reached;
  summary: string;
};

export type FactsChange = Partial<ContactFacts> | ((was: ContactFacts) => Partial<ContactFacts>);

/** Letters and e-mails come in more often than they go out; the rest an advocate begins. */
export function usualDirection(channel: Channel): Direction {
  return channel === "letter" || channel === "email" ? "in" : "out";
}

/** Whether this kind of contact can miss the person. */
export function canMiss(channel: Channel): boolean {
  return channel === "call" || channel === "visit" || channel === "video";
}

/** Whether it lasts, so that minutes mean something. */
export function lasts(channel: Channel): boolean {
  return canMiss(channel);
}

/** Another way of contact: who reached whom follows, unless the person has said it. */
export function withChannel<F extends ContactFacts>(facts: F, channel: Channel): F {
  const isUsual = facts.direction === usualDirection(facts.channel);
  return {
    ...facts,
    channel,
    direction: isUsual ? usualDirection(channel) : facts.direction,
    reached: canMiss(channel) ? facts.reached : "reached",
    minutes: lasts(channel) ? facts.minutes : null,
  };
}

/** Whom a contact is most likely with: the one who raised the case, else the patient. */
export function likelyPerson(view: Pick<CaseView, "parties">): Named | null {
  const party =
    view.parties.find(({ role }) => role === "raised_by") ??
    view.parties.find(({ role }) => role === "patient");
  return party ? { id: party.person, label: party.name } : null;
}

/** A contact as it stands, to be amended. */
export function factsOf({ current, with: person }: ContactView): ContactFacts {
  const { channel, direction, at, minutes, reached, summary, withName } = current;
  return {
    channel,
    direction,
    at,
    minutes,
    with: person === null ? null : { id: person, label: withName },
    withText: withName,
    reached,
    summary,
  };
}

/** With whom, as the office takes it: by id, or by the name that was typed. */
export function withOf(facts: Pick<ContactFacts, "with" | "withText">): {
  with: Id | null;
  withName: string | null;
} {
  if (facts.with !== null) return { with: facts.with.id, withName: null };
  const typed = facts.withText.trim();
  return { with: null, withName: typed === "" ? null : typed };
}
