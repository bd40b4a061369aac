import { ChevronRight } from "lucide-react";
import { type ReactNode, useContext, useEffect, useState } from "react";
import { Button, Disclosure, DisclosurePanel, Heading } from "react-aria-components";
import { FieldProblems } from "../../../design/forms/problems";
import styles from "./Write.module.css";

type FoldProps = {
  title: string;
  /** What can be found inside, told while it is closed: what is filled in, or what would be. */
  inside: string;
  /** The fields inside: one that is wrong opens it. */
  fields: readonly string[];
  children: ReactNode;
};

/** A part of the form that is out of the way until it is wanted. */
export function Fold({ title, inside, fields, children }: FoldProps) {
  const [isOpen, setOpen] = useState(false);
  const problems = useContext(FieldProblems);
  const isWrong = fields.some((field) => problems.has(field));
  useEffect(() => {
    if (isWrong) setOpen(true);
  }, [isWrong]);
  return (
    <Disclosure className={styles.fold ?? ""} isExpanded={isOpen} onExpandedChange={setOpen}>
      <Heading level={2} className={styles.foldHeading ?? ""}>
        <Button slot="trigger" className={styles.trigger ?? ""}>
          <ChevronRight className={styles.arrow} strokeWidth={1.75} aria-hidden />
          <span>{title}</span>
          {isOpen ? null : <span className={styles.inside}>{inside}</span>}
        </Button>
      </Heading>
      <DisclosurePanel>
        {isOpen ? <div className={styles.foldFields}>{children}</div> : null}
      </DisclosurePanel>
    </Disclosure>
  );
}
