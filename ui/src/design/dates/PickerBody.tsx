import { CalendarDays } from "lucide-react";
import { Button, DateInput, DateSegment, Dialog, Group, Popover } from "react-aria-components";
import box from "../fields/control.module.css";
import { classes } from "../given";
import { Calendar } from "./Calendar";
import styles from "./DateField.module.css";

/** The parts of a date one types, one after the other. */
export function Segments({ isBoxed = false }: { isBoxed?: boolean }) {
  return (
    <DateInput className={classes(styles.input, isBoxed && box.box, isBoxed && box.pad)}>
      {(segment) => <DateSegment segment={segment} className={classes(styles.segment)} />}
    </DateInput>
  );
}

/** Typed segments and a calendar that opens from the end of the box. */
export function PickerBody() {
  return (
    <>
      <Group className={classes(box.box)}>
        <Segments />
        <Button className={classes(box.side)}>
          <CalendarDays className={box.icon} strokeWidth={1.75} aria-hidden />
        </Button>
      </Group>
      <Popover className={classes(styles.popover)} placement="bottom start" offset={4}>
        <Dialog className={classes(styles.dialog)}>
          <Calendar />
        </Dialog>
      </Popover>
    </>
  );
}
