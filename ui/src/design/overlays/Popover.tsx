import { X } from "lucide-react";
import { type ReactElement, type ReactNode, useContext, useId } from "react";
import {
  Popover as AriaPopover,
  DialogTrigger,
  OverlayTriggerStateContext,
} from "react-aria-components";
import { IconButton } from "../buttons/IconButton";
import { classes, given } from "../given";
import { VisuallyHidden } from "../marks/VisuallyHidden";
import { OnceTriggered } from "./OnceOpen";
import styles from "./Popover.module.css";

export type PopoverProps = {
  /** A Button, IconButton or pressable DueChip. */
  trigger: ReactElement;
  label: string;
  /** Shows the label as a heading. */
  isTitled?: boolean | undefined;
  /** Names a button that closes it; without one, Escape or a press outside does. */
  closeLabel?: string | undefined;
  children: ReactNode | ((close: () => void) => ReactNode);
  placement?: "bottom" | "bottom start" | "bottom end" | "top" | "left" | "right" | undefined;
  size?: "normal" | "wide" | undefined;
  isOpen?: boolean | undefined;
  onOpenChange?: ((isOpen: boolean) => void) | undefined;
};

export function Popover(props: PopoverProps) {
  const { trigger, placement = "bottom start", size = "normal", isOpen, onOpenChange } = props;
  const id = useId();
  return (
    <DialogTrigger {...given({ isOpen, onOpenChange })}>
      {trigger}
      <OnceTriggered by={OverlayTriggerStateContext}>
        <AriaPopover
          className={classes(styles.popover, styles[size])}
          aria-labelledby={id}
          placement={placement}
          offset={6}
          containerPadding={12}
        >
          <Body {...props} titleId={id} />
        </AriaPopover>
      </OnceTriggered>
    </DialogTrigger>
  );
}

type BodyProps = Pick<PopoverProps, "label" | "isTitled" | "closeLabel" | "children">;

function Body({ label, isTitled, closeLabel, children, titleId }: BodyProps & { titleId: string }) {
  const state = useContext(OverlayTriggerStateContext);
  const close = (): void => state?.close();
  return (
    <>
      <div className={styles.head}>
        <h2 id={titleId} className={styles.title}>
          {isTitled ? label : <VisuallyHidden>{label}</VisuallyHidden>}
        </h2>
        {closeLabel ? (
          <IconButton label={closeLabel} icon={X} hasTooltip={false} onPress={close} />
        ) : null}
      </div>
      {typeof children === "function" ? children(close) : children}
    </>
  );
}
