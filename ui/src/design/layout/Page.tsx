import type { ReactNode } from "react";
import { classes } from "../given";
import styles from "./Page.module.css";

export type PageProps = {
  title: ReactNode;
  /** Beside the title: "41 open of 1,000+", or a case's number, kind and stage. */
  aside?: ReactNode;
  /** One sentence under the title. */
  lead?: ReactNode;
  actions?: ReactNode;
  width?: "full" | "reading" | "form" | undefined;
  children: ReactNode;
};

export function Page({ title, aside, lead, actions, width = "full", children }: PageProps) {
  return (
    <div className={styles.page}>
      <div className={classes(styles.inner, styles[width])}>
        <header className={styles.head}>
          <div className={styles.titles}>
            <div className={styles.titleRow}>
              <h1 className={styles.title}>{title}</h1>
              {aside ? <div className={styles.aside}>{aside}</div> : null}
            </div>
            {lead ? <div className={styles.lead}>{lead}</div> : null}
          </div>
          {actions ? <div className={styles.actions}>{actions}</div> : null}
        </header>
        {children}
      </div>
    </div>
  );
}
