import type { EventsView } from "../../../ipc/contract";
import type { ClockDialogProps } from "../panel/ClockDialogs";
import { AddDateDialog } from "./AddDateDialog";
import { CorrectDialog } from "./CorrectDialog";
import { TakeBackDialog } from "./TakeBackDialog";

type DateDialogsProps = ClockDialogProps & {
  dates: EventsView | undefined;
  section: string | null;
};

/** The dialog of dates that the address names after "#". */
export function DateDialogs({ dates, section, ...props }: DateDialogsProps) {
  if (dates === undefined) return null;
  if (section === "date") return <AddDateDialog dates={dates} {...props} />;
  const named = (verb: string) => dates.recorded.find(({ id }) => section === `${verb}-${id}`);
  const corrected = named("date");
  if (corrected) return <CorrectDialog key={corrected.id} date={corrected} {...props} />;
  const dropped = named("undate");
  return dropped ? <TakeBackDialog key={dropped.id} date={dropped} {...props} /> : null;
}
