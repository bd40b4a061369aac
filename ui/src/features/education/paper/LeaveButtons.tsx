import { Printer, Save } from "lucide-react";
import { Button } from "../../../design/buttons/Button";
import { paperWords as words } from "../../../words/education/paper";
import type { useLeaving } from "./useLeaving";

type LeaveButtonsProps = { leaving: ReturnType<typeof useLeaving>; isDisabled?: boolean };

export function LeaveButtons({ leaving, isDisabled = false }: LeaveButtonsProps) {
  return (
    <>
      <Button
        icon={Save}
        isDisabled={isDisabled}
        isPending={leaving.isSaving}
        pendingLabel={words.saving}
        onPress={leaving.save}
      >
        {words.save}
      </Button>
      <Button
        variant="primary"
        icon={Printer}
        isDisabled={isDisabled}
        isPending={leaving.isPrinting}
        pendingLabel={words.printing}
        onPress={leaving.print}
      >
        {words.print}
      </Button>
    </>
  );
}
