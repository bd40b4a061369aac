import { X } from "lucide-react";
import { useState } from "react";
import { IconButton } from "../../../../design/buttons/IconButton";
import { ComboBox } from "../../../../design/choices/ComboBox";
import type { LeafletRow } from "../../../../ipc/contract";
import { educationWriteWords } from "../../../../words/education/write";
import { generalWords } from "../../../../words/messages";
import { offered, titlesOf } from "../../given/give/handing";
import styles from "../Write.module.css";
import { type Editing, turned } from "./editing";

const words = educationWriteWords.fields;

/** The leaflets that go with this one. */
export function RelatedField({ form, set, rows }: Editing & { rows: readonly LeafletRow[] }) {
  const [text, setText] = useState("");
  const titles = titlesOf(rows);
  const chosen = form.related.map((key) => ({ key, language: null, teachBack: null }));
  const nameOf = (key: string) => titles.find((one) => one.key === key)?.title ?? key;
  const turn = (key: string, isIn: boolean) =>
    set((was) => ({ ...was, related: turned(was.related, key, isIn) }));
  return (
    <fieldset className={styles.tickGroup} data-field="related">
      <legend className={styles.legend}>{words.related}</legend>
      {form.related.length > 0 ? (
        <ul className={styles.related}>
          {form.related.map((key) => (
            <li key={key}>
              <span dir="auto">{nameOf(key)}</span>
              <IconButton
                label={words.remove(nameOf(key))}
                icon={X}
                onPress={() => turn(key, false)}
              />
            </li>
          ))}
        </ul>
      ) : null}
      <ComboBox
        label={words.relatedAdd}
        hideLabel
        value={null}
        text={text}
        onTextChange={setText}
        onChange={(choice) => choice && turn(choice.id, true)}
        isCollecting
        options={offered(titles, [], chosen, text).map(({ key, title }) => ({
          id: key,
          label: title,
        }))}
        loadingText={generalWords.loading}
        emptyText={words.relatedNone}
        placeholder={words.relatedAdd}
      />
    </fieldset>
  );
}
