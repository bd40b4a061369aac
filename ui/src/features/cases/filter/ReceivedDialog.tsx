import { useState } from "react";
import { Button } from "../../../design/buttons/Button";
import { DatePicker } from "../../../design/dates/DatePicker";
import { Stack } from "../../../design/layout/Stack";
import { Dialog } from "../../../design/overlays/Dialog";
import type { Day } from "../../../ipc/contract";
import { generalWords } from "../../../words/messages";
import { listWords } from "../list/listWords";

const words = listWords.filters;

type ReceivedDialogProps = {
  from: Day | null;
  to: Day | null;
  onChoose: (dates: { from: Day | null; to: Day | null }) => void;
  onClose: () => void;
};

/** Asks for a first and a last received date; either may stay empty. */
export function ReceivedDialog({ from, to, onChoose, onClose }: ReceivedDialogProps) {
  const [first, setFirst] = useState(from);
  const [last, setLast] = useState(to);
  const isBackward = first !== null && last !== null && last < first;
  const choose = () => {
    onChoose({ from: first, to: last });
    onClose();
  };
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={words.received}
      closeLabel={generalWords.close}
      size="small"
      actions={
        <Button variant="primary" onPress={choose} isDisabled={isBackward}>
          {listWords.showThese}
        </Button>
      }
    >
      <Stack gap={4}>
        <DatePicker label={words.from} value={first} onChange={setFirst} />
        <DatePicker
          label={words.to}
          value={last}
          onChange={setLast}
          error={isBackward ? words.backward : null}
        />
      </Stack>
    </Dialog>
  );
}
