import { Button } from "../../../design/buttons/Button";
import { Segmented } from "../../../design/choices/Segmented";
import { TextArea } from "../../../design/fields/TextArea";
import { TextField } from "../../../design/fields/TextField";
import { DraftBar, DraftKept } from "../../../design/forms/DraftNote";
import { OfficeForm } from "../../../design/forms/OfficeForm";
import { Stack } from "../../../design/layout/Stack";
import { Dialog } from "../../../design/overlays/Dialog";
import { useOffice } from "../../../ipc/answers";
import { useAction } from "../../../ipc/cache";
import type { ContactView } from "../../../ipc/contract";
import { useDraft } from "../../../ipc/useDraft";
import { contactsWords } from "../../../words/contacts";
import { choices } from "../../../words/labels";
import { generalWords } from "../../../words/messages";
import { ContactFields } from "../ContactFields";
import styles from "../Contacts.module.css";
import { type ContactFacts, factsOf, withChannel, withOf } from "../facts";
import { limits } from "../limits";
import type { ContactTimelineProps } from "./ContactTimeline";
import { contactTitle } from "./title";

const words = contactsWords.amend;

type AmendDialogProps = Pick<ContactTimelineProps, "caseId" | "tellDone"> & {
  contact: ContactView | null;
  /** Whether it may still be found further back. */
  isLooking: boolean;
  onClose: () => void;
};

/** Puts a contact right, with a reason; both versions stay. */
export function AmendDialog({ contact, isLooking, onClose, ...rest }: AmendDialogProps) {
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => isOpen || onClose()}
      title={words.name}
      closeLabel={generalWords.close}
    >
      {contact === null ? (
        <p>{isLooking ? contactsWords.timeline.loadingEarlier : words.gone}</p>
      ) : (
        <AmendForm contact={contact} onClose={onClose} {...rest} />
      )}
    </Dialog>
  );
}

type Body = ContactFacts & { reason: string };

function AmendForm({
  caseId,
  contact,
  onClose,
  tellDone,
}: Omit<AmendDialogProps, "isLooking"> & { contact: ContactView }) {
  const key = `/cases/${caseId}#amend-${contact.id}`;
  const title = words.draftTitle(contactTitle(contact.current));
  const draft = useDraft<Body>(key, title, { ...factsOf(contact), reason: "" });
  const amend = useAction("contacts.amend");
  const parties = useOffice("cases.view", { id: caseId }).data?.parties ?? [];
  const { body } = draft;
  const set = (step: (was: Body) => Partial<Body>) =>
    draft.set((was) => ({ ...was, ...step(was) }));
  const submit = async () => {
    const { with: _, withText: __, at, ...rest } = body;
    const { entry } = await amend.mutateAsync({
      ...rest,
      ...withOf(body),
      id: contact.id,
      at: at ?? contact.current.at,
    });
    await draft.done();
    tellDone(words.done, entry);
    onClose();
  };
  if (!draft.ready) return null;
  return (
    <Stack gap={4}>
      <p className={styles.quiet}>{words.lead}</p>
      <DraftBar draft={draft} words={generalWords.draft} />
      <OfficeForm
        problem={amend.error}
        onSubmit={() => void submit().catch(() => undefined)}
        summaryTitle={words.problem}
        label={words.name}
        isPending={amend.isPending}
        actions={
          <>
            <Button
              type="submit"
              variant="primary"
              isPending={amend.isPending}
              pendingLabel={words.submitting}
            >
              {words.submit}
            </Button>
            <Button onPress={onClose}>{generalWords.cancel}</Button>
            <DraftKept draft={draft} words={generalWords.draft} />
          </>
        }
      >
        <Segmented
          label={contactsWords.add.channel}
          options={choices(contactsWords.add.channels)}
          value={body.channel}
          onChange={(channel) => set((was) => withChannel(was, channel))}
        />
        <TextArea
          label={contactsWords.add.summary}
          name="summary"
          rows={4}
          value={body.summary}
          onChange={(summary) => set(() => ({ summary }))}
          limit={limits.long}
          limitWords={generalWords.characters.room}
        />
        <ContactFields
          facts={body}
          set={(change) => set((was) => (change instanceof Function ? change(was) : change))}
          parties={parties}
        />
        <TextField
          label={words.reason}
          hint={words.reasonHint}
          name="reason"
          value={body.reason}
          onChange={(reason) => set(() => ({ reason }))}
          limit={limits.line}
          limitWords={generalWords.characters.room}
        />
      </OfficeForm>
    </Stack>
  );
}
