import { Select } from "../../../../design/choices/Select";
import { NumberField } from "../../../../design/fields/NumberField";
import { TextArea } from "../../../../design/fields/TextArea";
import { TextField } from "../../../../design/fields/TextField";
import { educationWriteWords } from "../../../../words/education/write";
import { directionOf, languageName, languageWithOwnName } from "../../../../words/languages";
import { generalWords } from "../../../../words/messages";
import { limits } from "../../form/limits";
import { baseOf } from "../../given/language";
import { LANGUAGES } from "../opening";
import styles from "../Write.module.css";
import type { Editing } from "./editing";
import { MarkdownHelp } from "./MarkdownHelp";

const words = educationWriteWords.fields;
const room = generalWords.characters.room;

/** What a text is called, what it is about, and its words. */
export function TextFields({ form, set, isNew }: Editing & { isNew: boolean }) {
  return (
    <div className={directionOf(form.language) === "rtl" ? styles.rightToLeft : styles.texts}>
      <TextField
        label={words.title}
        hint={words.titleHint}
        name="title"
        value={form.title}
        onChange={(title) => set((was) => ({ ...was, title }))}
        limit={limits.short}
        limitWords={room}
        autoFocus={isNew}
      />
      <TextField
        label={words.about}
        hint={words.aboutHint}
        name="about"
        value={form.about}
        onChange={(about) => set((was) => ({ ...was, about }))}
        limit={limits.line}
        limitWords={room}
      />
      <Language form={form} set={set} isNew={isNew} />
      <TextArea
        label={words.body}
        hint={words.bodyHint}
        name="body"
        value={form.body}
        onChange={(body) => set((was) => ({ ...was, body }))}
        rows={18}
        maxRows={28}
        limit={limits.body}
        limitWords={room}
      />
      <MarkdownHelp />
    </div>
  );
}

function Language({ form, set, isNew }: Editing & { isNew: boolean }) {
  const { language } = form;
  const tags = LANGUAGES.includes(language) ? LANGUAGES : [language, ...LANGUAGES];
  const isEnglish = baseOf(language) === "en";
  return (
    <>
      {isNew ? (
        <Select
          label={words.language}
          name="language"
          options={tags.map((tag) => ({ id: tag, label: languageWithOwnName(tag) }))}
          value={language}
          onChange={(tag) => set((was) => ({ ...was, language: tag }))}
          placeholder={words.choose}
          width="half"
        />
      ) : null}
      {isNew || isEnglish ? null : (
        <p className={styles.quiet}>{words.languageFixed(languageName(language))}</p>
      )}
      {isEnglish ? null : (
        <NumberField
          label={words.sourceVersion}
          name="sourceVersion"
          optional={generalWords.optional}
          value={form.sourceVersion}
          onChange={(sourceVersion) => set((was) => ({ ...was, sourceVersion }))}
          min={1}
          width="half"
        />
      )}
    </>
  );
}
