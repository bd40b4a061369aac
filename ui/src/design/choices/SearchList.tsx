import { Search } from "lucide-react";
import {
  SearchField as AriaSearchField,
  Autocomplete,
  Group,
  Header,
  Input,
  Label,
  ListBox,
  ListBoxSection,
  Text,
} from "react-aria-components";
import box from "../fields/control.module.css";
import field from "../fields/Field.module.css";
import { classes } from "../given";
import { Option, type OptionEntry } from "./Option";
import styles from "./SearchList.module.css";

export type ListGroup = { id: string; title: string; options: readonly OptionEntry[] };

export type SearchListProps = {
  /** Names the box that is typed into, and the list under it. */
  label: string;
  listLabel: string;
  hint?: string | undefined;
  text: string;
  onTextChange: (text: string) => void;
  /** Already found and ordered; the list does not filter. */
  groups: readonly ListGroup[];
  onChoose: (id: string) => void;
  emptyText: string;
  /** The path of the input, so that an error finds it. */
  name?: string | undefined;
};

/** One of many, in groups, under a box that narrows them down as one types. */
export function SearchList(props: SearchListProps) {
  const { label, listLabel, hint, text, onTextChange, groups, onChoose, emptyText, name } = props;
  return (
    <div className={styles.whole} data-field={name}>
      <Autocomplete inputValue={text} onInputChange={onTextChange}>
        <AriaSearchField className={classes(field.field, field.full)} autoFocus>
          <Label className={classes(field.label)}>{label}</Label>
          {hint ? (
            <Text slot="description" className={classes(field.hint)}>
              {hint}
            </Text>
          ) : null}
          <Group className={classes(box.box)}>
            <Search className={styles.glass} strokeWidth={1.75} aria-hidden />
            <Input className={classes(box.bare, styles.input)} />
          </Group>
        </AriaSearchField>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list longer than its box is scrolled by keyboard too. */}
        <section className={styles.list} tabIndex={0} aria-label={listLabel}>
          <ListBox
            className={classes(styles.options)}
            aria-label={listLabel}
            onAction={(key) => onChoose(String(key))}
            renderEmptyState={() => <p className={styles.empty}>{emptyText}</p>}
          >
            {groups.map(({ id, title, options }) => (
              <ListBoxSection key={id} id={id} className={styles.group ?? ""}>
                <Header className={styles.title ?? ""}>{title}</Header>
                {options.map((option) => (
                  <Option key={option.id} option={option} />
                ))}
              </ListBoxSection>
            ))}
          </ListBox>
        </section>
      </Autocomplete>
    </div>
  );
}
