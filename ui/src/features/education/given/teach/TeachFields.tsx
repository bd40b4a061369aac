import { CheckBox } from "../../../../design/choices/CheckBox";
import { RadioGroup } from "../../../../design/choices/RadioGroup";
import { DatePicker } from "../../../../design/dates/DatePicker";
import { TextArea } from "../../../../design/fields/TextArea";
import type { Day, KeyPointForm } from "../../../../ipc/contract";
import { educationGivenWords } from "../../../../words/education/given";
import { choices } from "../../../../words/labels";
import { generalWords } from "../../../../words/messages";
import { limits } from "../../form/limits";
import { againOn, isOpen, type Said, type TeachDraft, unsaid, withSaid } from "../give/handing";
import styles from "./Teach.module.css";

const words = educationGivenWords.teach;

type TeachFieldsProps = {
  points: readonly KeyPointForm[];
  teach: TeachDraft;
  /** Takes a step from what was: a choice and typed words can come in one breath. */
  onChange: (step: (was: TeachDraft) => TeachDraft) => void;
  /** The path of the form in the input: "leaflets.0.teachBack." */
  path: string;
  today: Day;
};

/** Each thing the person should be able to say back, and how it went. */
export function TeachFields({ points, teach, onChange, path, today }: TeachFieldsProps) {
  return (
    <>
      <ol className={styles.points} data-field={`${path}points`}>
        {points.map((point, place) => (
          <Point
            key={point.ask}
            point={point}
            said={teach.said[place] ?? unsaid}
            name={`${path}points.${place}`}
            onChange={(change) => onChange((was) => withSaid(was, place, change))}
          />
        ))}
      </ol>
      {isOpen(teach) ? (
        <DatePicker
          label={words.againOn}
          hint={words.againHint}
          name={`${path}againOn`}
          value={againOn(teach, today)}
          onChange={(day) => onChange((was) => ({ ...was, againOn: day }))}
          width="half"
        />
      ) : null}
      <CheckBox
        label={words.interpreter}
        name={`${path}interpreter`}
        isSelected={teach.interpreter}
        onChange={(interpreter) => onChange((was) => ({ ...was, interpreter }))}
      />
    </>
  );
}

type PointProps = {
  point: KeyPointForm;
  said: Said;
  name: string;
  onChange: (change: Partial<Said>) => void;
};

function Point({ point, said, name, onChange }: PointProps) {
  return (
    <li className={styles.point}>
      <RadioGroup
        label={words.ask(point.ask)}
        hint={point.listenFor === "" ? undefined : words.listenFor(point.listenFor)}
        name={name}
        options={choices(educationGivenWords.outcome)}
        value={said.outcome}
        onChange={(outcome) => onChange({ outcome })}
        layout="row"
      />
      <TextArea
        label={words.wordsFor(point.ask)}
        hideLabel
        placeholder={words.words}
        name={`${name}.words`}
        value={said.words}
        onChange={(typed) => onChange({ words: typed })}
        rows={1}
        limit={limits.long}
        limitWords={generalWords.characters.room}
      />
    </li>
  );
}
