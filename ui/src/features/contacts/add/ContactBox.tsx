import { type KeyboardEvent, memo, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { Segmented } from "../../../design/choices/Segmented";
import { TextArea } from "../../../design/fields/TextArea";
import { DraftBar, DraftKept } from "../../../design/forms/DraftNote";
import { OfficeForm } from "../../../design/forms/OfficeForm";
import { useShortcuts } from "../../../design/keys";
import type { CaseView, Channel } from "../../../ipc/contract";
import { contactsWords } from "../../../words/contacts";
import { choices } from "../../../words/labels";
import { generalWords } from "../../../words/messages";
import { ContactFields } from "../ContactFields";
import styles from "../Contacts.module.css";
import { type FactsChange, withChannel } from "../facts";
import { limits } from "../limits";
import type { AddContactBoxProps } from "./AddContactBox";
import { BoxFoot } from "./BoxFoot";
import { MeetsFields } from "./MeetsFields";
import { PromiseFields } from "./PromiseFields";
import { useNewContact } from "./useNewContact";

const words = contactsWords.add;

type ContactBoxProps = Pick<AddContactBoxProps, "tellDone"> & {
  view: CaseView;
  isWanted: boolean;
};

export function ContactBox({ view, isWanted, tellDone }: ContactBoxProps) {
  const { draft, set, submit, isSending, problem, open, now, begin } = useNewContact(
    view,
    tellDone,
  );
  const box = useRef<HTMLElement>(null);
  const [isTouched, setTouched] = useState(false);
  const [isPromising, setPromising] = useState(false);
  const isOpen = isTouched || draft.body.summary !== "" || problem !== null;
  useSummons(box, isWanted && draft.ready);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    submit();
  };
  const setFacts = useCallback(
    (change: FactsChange) =>
      set((was) => ({ ...was, ...(change instanceof Function ? change(was) : change) })),
    [set],
  );
  const promise = useCallback(() => {
    setPromising(true);
    set((was) => ({ ...was, promise: { what: "", due: null, to: null } }));
  }, [set]);
  const setChannel = useCallback(
    (channel: Channel) => set((was) => withChannel(was, channel)),
    [set],
  );
  const body = draft.body;
  return (
    <section
      ref={box}
      className={styles.box}
      aria-label={words.name}
      onFocus={() => {
        if (!isTouched) begin();
        setTouched(true);
      }}
      onKeyDown={onKeyDown}
    >
      <OfficeForm
        problem={problem}
        onSubmit={submit}
        summaryTitle={words.problem}
        label={words.name}
        isPending={isSending}
      >
        <div className={styles.boxForm}>
          <div className={styles.boxTop}>
            <Channels value={body.channel} onChange={setChannel} />
            <div className={styles.kept}>
              <DraftKept draft={draft} words={generalWords.draft} />
            </div>
          </div>
          <DraftBar draft={draft} words={generalWords.draft} />
          <TextArea
            label={words.summary}
            hideLabel
            plain
            name="summary"
            rows={isOpen ? 3 : 1}
            value={body.summary}
            onChange={(summary) => set((was) => ({ ...was, summary }))}
            placeholder={body.channel === "note" ? words.noteHint : words.summaryHint}
            limit={limits.long}
            limitWords={generalWords.characters.room}
          />
          {isOpen ? (
            <>
              <ContactFields
                facts={body.at === null ? { ...body, at: now } : body}
                set={setFacts}
                parties={view.parties}
              />
              <MeetsFields
                draft={body}
                open={open}
                set={(change) => set((was) => ({ ...was, ...change }))}
              />
              {body.promise === null ? null : (
                <PromiseFields
                  promise={body.promise}
                  onChange={(promise) => set((was) => ({ ...was, promise }))}
                  parties={view.parties}
                  autoFocus={isPromising}
                />
              )}
            </>
          ) : null}
          <BoxFoot
            withText={body.withText}
            isPromised={body.promise !== null}
            isOpen={isOpen}
            isSending={isSending}
            isClosed={view.closedOn !== null}
            onPromise={promise}
          />
        </div>
      </OfficeForm>
    </section>
  );
}

const CHANNELS = choices(words.channels);

const Channels = memo(function Channels(props: {
  value: Channel;
  onChange: (channel: Channel) => void;
}) {
  return <Segmented label={words.channel} options={CHANNELS} {...props} />;
});

/** Puts the cursor into the box: by C from anywhere on the page, or because the address asks. */
function useSummons(box: React.RefObject<HTMLElement | null>, isWanted: boolean): void {
  const shortcuts = useMemo(
    () => [
      {
        id: "contacts.add",
        label: words.focus,
        keys: "C",
        group: words.name,
        run: () => focusWords(box.current),
      },
    ],
    [box],
  );
  useShortcuts(shortcuts);
  useEffect(() => {
    if (isWanted) focusWords(box.current);
  }, [box, isWanted]);
}

function focusWords(box: HTMLElement | null): void {
  box?.querySelector("textarea")?.focus();
  box?.scrollIntoView({ block: "nearest" });
}
