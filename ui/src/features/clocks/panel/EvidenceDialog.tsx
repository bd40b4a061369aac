import { useState } from "react";
import { Button } from "../../../design/buttons/Button";
import { Link } from "../../../design/buttons/Link";
import { RadioGroup } from "../../../design/choices/RadioGroup";
import { OfficeForm } from "../../../design/forms/OfficeForm";
import { Stack } from "../../../design/layout/Stack";
import { Dialog } from "../../../design/overlays/Dialog";
import { Skeleton } from "../../../design/telling/Skeleton";
import { useOfficePages } from "../../../ipc/cache";
import type { ContactVersion, Id } from "../../../ipc/contract";
import type { OfficeError } from "../../../ipc/errors";
import { clocksWords } from "../../../words/clocks";
import { generalWords } from "../../../words/messages";
import { useFormat } from "../../../words/shown/useFormat";
import { contactOption } from "../contactOption";
import type { ClockDialogProps } from "./ClockDialogs";
import styles from "./Clocks.module.css";

const words = clocksWords.evidence;
const PAGE = 20;

type EvidenceDialogProps = Pick<ClockDialogProps, "caseId" | "onClose"> & {
  title: string;
  lead: string;
  fits: (contact: ContactVersion) => boolean;
  submit: string;
  problem: OfficeError | null;
  onChoose: (contact: Id) => Promise<void>;
};

/** Asks which contact did it: a clock is met and a promise kept by something that was done. */
export function EvidenceDialog(props: EvidenceDialogProps) {
  const { caseId, fits, onChoose, onClose } = props;
  const list = useOfficePages("contacts.list", { case: caseId, after: null, limit: PAGE });
  const [chosen, setChosen] = useState<Id | null>(null);
  const [isSending, setSending] = useState(false);
  const format = useFormat();
  const fitting = list.rows.filter(({ current }) => fits(current));
  const submit = () => {
    if (chosen === null) return;
    setSending(true);
    onChoose(chosen)
      .then(onClose)
      .catch(() => undefined)
      .finally(() => setSending(false));
  };
  const earlier = list.hasMore ? (
    <Button variant="link" onPress={list.loadMore} isPending={list.isLoadingMore}>
      {words.earlier}
    </Button>
  ) : null;
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => isOpen || onClose()}
      title={props.title}
      closeLabel={generalWords.close}
    >
      <Stack gap={4}>
        <p className={styles.quiet}>{props.lead}</p>
        {list.isLoading ? <Skeleton label={words.loading} shape="lines" count={3} /> : null}
        {!list.isLoading && fitting.length === 0 ? (
          <Stack gap={3}>
            <p>{words.none}</p>
            <Link href={`/cases/${caseId}#contact`}>{words.addContact}</Link>
            {earlier}
          </Stack>
        ) : null}
        {fitting.length > 0 ? (
          <OfficeForm
            problem={props.problem}
            onSubmit={submit}
            summaryTitle={words.problem}
            label={props.title}
            isPending={isSending}
            actions={
              <>
                <Button
                  type="submit"
                  variant="primary"
                  isDisabled={chosen === null}
                  isPending={isSending}
                  pendingLabel={words.submitting}
                >
                  {props.submit}
                </Button>
                <Button onPress={onClose}>{generalWords.cancel}</Button>
              </>
            }
          >
            <RadioGroup
              label={words.choose}
              name="contact"
              options={fitting.map((contact) => contactOption(contact, format))}
              value={chosen}
              onChange={setChosen}
            />
            {earlier}
          </OfficeForm>
        ) : null}
      </Stack>
    </Dialog>
  );
}
