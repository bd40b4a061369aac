import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { IconButton } from "../../../design/buttons/IconButton";
import { generalWords } from "../../../words/messages";
import styles from "./SidePanel.module.css";

type SidePanelProps = { title: string; onClose: () => void; children: ReactNode };

/** A panel over the right edge of the page, for what one looks up and leaves again. */
export function SidePanel({ title, onClose, children }: SidePanelProps) {
  return (
    <ModalOverlay
      className={styles.scrim ?? ""}
      isOpen
      isDismissable
      onOpenChange={(isOpen) => isOpen || onClose()}
    >
      <Modal className={styles.modal ?? ""}>
        <Dialog className={styles.panel ?? ""}>
          <div className={styles.head}>
            <Heading slot="title" level={2} className={styles.title ?? ""}>
              {title}
            </Heading>
            <IconButton label={generalWords.close} icon={X} hasTooltip={false} onPress={onClose} />
          </div>
          <div className={styles.body}>{children}</div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
