import type { ReactNode } from "react";
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from "react-aria-components";
import { classes, given } from "../given";
import styles from "./Tabs.module.css";

export type TabEntry = {
  id: string;
  label: string;
  count?: string | undefined;
  content: ReactNode;
};

export type TabsProps = {
  label: string;
  tabs: readonly TabEntry[];
  selected?: string | undefined;
  onSelect?: ((id: string) => void) | undefined;
};

export function Tabs({ label, tabs, selected, onSelect }: TabsProps) {
  return (
    <AriaTabs
      className={classes(styles.tabs)}
      {...given({ selectedKey: selected })}
      onSelectionChange={(key) => onSelect?.(String(key))}
    >
      <TabList aria-label={label} className={classes(styles.list)}>
        {tabs.map(({ id, label: words, count }) => (
          <Tab key={id} id={id} className={classes(styles.tab)}>
            {words}
            {count === undefined ? null : <span className={styles.count}> {count}</span>}
          </Tab>
        ))}
      </TabList>
      {tabs.map(({ id, content }) => (
        <TabPanel key={id} id={id} className={classes(styles.panel)}>
          {content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
