import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { IconButton } from "../buttons/IconButton";
import { classes } from "../given";
import styles from "./Dialog.module.css";

export type DialogProps = {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  title: string;
  /** Names the button that closes it. Null for a dialog that must be answered. */
  closeLabel: string | null;
  children: ReactNode;
  actions?: ReactNode;
  size?: "small" | "normal" | "wide" | undefined;
  role?: "dialog" | "alertdialog" | undefined;
  /** Whether a press outside closes it; only where nothing typed could be lost. */
  isDismissable?: boolean | undefined;
};

export function Dialog(props: DialogProps) {
  const { isOpen, onOpenChange, title, closeLabel, children, actions } = props;
  const { size = "normal", role = "dialog", isDismissable = false } = props;
  return (
    <ModalOverlay
      className={classes(styles.scrim)}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable={isDismissable}
      isKeyboardDismissDisabled={closeLabel === null && role === "dialog"}
    >
      <Modal className={classes(styles.modal, styles[size])}>
        <AriaDialog className={classes(styles.dialog)} role={role}>
          <div className={styles.head}>
            <Heading slot="title" level={2} className={classes(styles.title)}>
              {title}
            </Heading>
            {closeLabel === null ? null : (
              <IconButton
                label={closeLabel}
                icon={X}
                hasTooltip={false}
                onPress={() => onOpenChange(false)}
              />
            )}
          </div>
          <div className={styles.body}>{children}</div>
          {actions ? <div className={styles.actions}>{actions}</div> : null}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
