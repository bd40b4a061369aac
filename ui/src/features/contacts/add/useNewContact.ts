import { useRef, useState } from "react";
import { putFirst, useAction, useOffice } from "../../../ipc/cache";
import { call } from "../../../ipc/call";
import type { CaseView, ContactView, Moment } from "../../../ipc/contract";
import { type DraftHold, useDraft } from "../../../ipc/useDraft";
import { contactsWords } from "../../../words/contacts";
import { likelyPerson } from "../facts";
import { newestOf } from "../timeline/newest";
import { contactTitle } from "../timeline/title";
import type { AddContactBoxProps } from "./AddContactBox";
import { type ContactDraft, contactOf, newContact } from "./contactDraft";

const words = contactsWords.add;

/** A contact being written, kept as a draft, and what adds it to the log. */
export function useNewContact(view: CaseView, tellDone: AddContactBoxProps["tellDone"]) {
  const title = words.draftTitle(view.patientName, view.number);
  const initial = newContact(likelyPerson(view));
  const draft = useDraft(`/cases/${view.id}#contact`, title, initial);
  const open = useOffice("clocks.for_case", { case: view.id });
  const add = useAction("contacts.add");
  const stamp = useStamp(draft);
  const [isSending, setSending] = useState(false);
  const [now, setNow] = useState<Moment | null>(null);
  const begin = () =>
    void officeNow()
      .then(setNow)
      .catch(() => undefined);
  const set = (step: (was: ContactDraft) => ContactDraft) =>
    draft.set((was) => stamp(was, step(was)));
  const send = async () => {
    const at = draft.body.at ?? (await officeNow());
    const contact = contactOf(view.id, draft.body, at, open.data);
    const { output, entry } = await add.mutateAsync(contact);
    const isNewest = (first: ContactView) => first.current.at <= output.current.at;
    putFirst("contacts.list", newestOf(view.id), output, isNewest);
    await draft.done(initial);
    begin();
    tellDone(words.added(contactTitle(output.current)), entry);
  };
  const submit = () => {
    if (isSending) return;
    setSending(true);
    void send()
      .catch(() => undefined)
      .finally(() => setSending(false));
  };
  return { draft, set, submit, isSending, problem: add.error, open: open.data, now, begin };
}

/**
 * A contact is dated by when its writing began, so that a draft found again after a lock still
 * says when the call was. Emptying the words takes that time away again.
 */
function useStamp(draft: DraftHold<ContactDraft>) {
  const stamped = useRef<Moment | null>(null);
  return (was: ContactDraft, next: ContactDraft): ContactDraft => {
    if (was.summary === "" && next.summary !== "" && next.at === null) {
      void officeNow()
        .then((at) => {
          stamped.current = at;
          draft.set((now) => (now.at === null && now.summary !== "" ? { ...now, at } : now));
        })
        // Without it, the contact is dated when it is added.
        .catch(() => undefined);
    }
    const isEmptied = was.summary !== "" && next.summary === "";
    return isEmptied && next.at === stamped.current ? { ...next, at: null } : next;
  };
}

async function officeNow(): Promise<Moment> {
  return (await call("security.status", null)).output.now;
}
