import { ChevronRight } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { Button, Disclosure, DisclosurePanel, Heading } from "react-aria-components";
import styles from "./PersonForm.module.css";

type FormSectionProps = {
  title: string;
  /** What can be found inside, told while it is closed. */
  hint: string;
  /** It holds something already: stands open from the start. */
  isFilled: boolean;
  /** Something inside is wrong: opens, whatever the person chose. */
  isWrong: boolean;
  children: ReactNode;
};

/** A part of a long form that is out of the way until it is wanted. */
export function FormSection({ title, hint, isFilled, isWrong, children }: FormSectionProps) {
  const [isOpen, setOpen] = useState(isFilled);
  useEffect(() => {
    if (isWrong) setOpen(true);
  }, [isWrong]);
  return (
    <Disclosure className={styles.section ?? ""} isExpanded={isOpen} onExpandedChange={setOpen}>
      <Heading level={2}>
        <Button slot="trigger" className={styles.trigger ?? ""}>
          <ChevronRight className={styles.arrow} strokeWidth={1.75} aria-hidden />
          <span>{title}</span>
          {isOpen ? null : <span className={styles.inside}>{hint}</span>}
        </Button>
      </Heading>
      <DisclosurePanel className={styles.panel ?? ""}>
        {isOpen ? <div className={styles.fields}>{children}</div> : null}
      </DisclosurePanel>
    </Disclosure>
  );
}
