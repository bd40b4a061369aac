import { useCallback, useRef, useState } from "react";
import { useOffice } from "../../../ipc/answers";
import { act, putFirst, shownFirst } from "../../../ipc/cache";
import { call } from "../../../ipc/call";
import type { CaseView, ContactView, Moment } from "../../../ipc/contract";
import { type OfficeError, toOfficeError } from "../../../ipc/errors";
import { type DraftHold, useDraft } from "../../../ipc/useDraft";
import { contactsWords } from "../../../words/contacts";
import { likelyPerson } from "../facts";
import { newestOf } from "../timeline/newest";
import { contactTitle } from "../timeline/title";
import type { AddContactBoxProps } from "./AddContactBox";
import { type ContactDraft, contactOf, draftOf, newContact } from "./contactDraft";

const words = contactsWords.add;
/** Shorter than this, nobody sees that anything took time. */
const LONG_MS = 150;

/** A contact being written, kept as a draft, and what adds it to the log. */
export function useNewContact(view: CaseView, tellDone: AddContactBoxProps["tellDone"]) {
  const title = words.draftTitle(view.patientName, view.number);
  const initial = newContact(likelyPerson(view));
  const draft = useDraft(draftOf(view.id), title, initial);
  const open = useOffice("clocks.for_case", { case: view.id });
  const [problem, setProblem] = useState<OfficeError | null>(null);
  const [now, setNow] = useState<Moment | null>(null);
  const sending = useSending();
  const set = useStamped(draft.set);
  const begin = () =>
    void officeNow()
      .then(setNow)
      .catch(() => undefined);
  const send = async () => {
    const at = draft.body.at ?? (await officeNow());
    const contact = contactOf(view.id, draft.body, at, open.data);
    const { output, entry } = await shownFirst(async () => {
      const added = await act("contacts.add", contact);
      setProblem(null);
      const isNewest = (first: ContactView) => first.current.at <= added.output.current.at;
      putFirst("contacts.list", newestOf(view.id), added.output, isNewest);
      // The row is on its way to the screen; the emptied box goes along with it. Its hour stays
      // until the office has told it anew: to draw the fields of a date takes longer than all else.
      setNow(at);
      await null;
      await draft.done(initial);
      return added;
    });
    begin();
    tellDone(words.added(contactTitle(output.current)), entry);
  };
  const submit = () =>
    sending.during(() => send().catch((thrown: unknown) => setProblem(toOfficeError(thrown))));
  return { draft, set, submit, isSending: sending.isLong, problem, open: open.data, now, begin };
}

/**
 * Lets one thing be sent at a time, and says so when it takes long. Most often it does not, and to
 * draw the form as sending, then as it was, would take longer than the sending.
 */
function useSending() {
  const isSending = useRef(false);
  const [isLong, setLong] = useState(false);
  const during = (send: () => Promise<void>) => {
    if (isSending.current) return;
    isSending.current = true;
    const timer = setTimeout(() => setLong(true), LONG_MS);
    void send().finally(() => {
      isSending.current = false;
      clearTimeout(timer);
      setLong(false);
    });
  };
  return { isLong, during };
}

/**
 * A contact is dated by when its writing began, so that a draft found again after a lock still
 * says when the call was. Emptying the words takes that time away again.
 */
function useStamped(set: DraftHold<ContactDraft>["set"]) {
  const stamped = useRef<Moment | null>(null);
  return useCallback(
    (step: (was: ContactDraft) => ContactDraft) => {
      const stamp = (was: ContactDraft, next: ContactDraft): ContactDraft => {
        if (was.summary === "" && next.summary !== "" && next.at === null) {
          void officeNow()
            .then((at) => {
              stamped.current = at;
              set((now) => (now.at === null && now.summary !== "" ? { ...now, at } : now));
            })
            // Without it, the contact is dated when it is added.
            .catch(() => undefined);
        }
        const isEmptied = was.summary !== "" && next.summary === "";
        return isEmptied && next.at === stamped.current ? { ...next, at: null } : next;
      };
      set((was) => stamp(was, step(was)));
    },
    [set],
  );
}

async function officeNow(): Promise<Moment> {
  return (await call("security.status", null)).output.now;
}
