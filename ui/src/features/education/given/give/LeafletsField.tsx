import { useRef, useState } from "react";
import { ComboBox } from "../../../../design/choices/ComboBox";
import { useOffice } from "../../../../ipc/answers";
import type { Day, Id } from "../../../../ipc/contract";
import { educationGivenWords } from "../../../../words/education/given";
import { generalWords } from "../../../../words/messages";
import { useReasons } from "../panel/useReasons";
import { ChosenLeaflet } from "./ChosenLeaflet";
import styles from "./Give.module.css";
import { type Handed, offered, type Title } from "./handing";

const words = educationGivenWords.give;

type LeafletsFieldProps = {
  leaflets: readonly Handed[];
  onChange: (step: (was: Handed[]) => Handed[]) => void;
  titles: readonly Title[];
  caseId: Id | null;
  personName: string;
  reads: string | null;
  today: Day;
};

/** What is handed over, each in its language, with what was said back; and a box to add more. */
export function LeafletsField(props: LeafletsFieldProps) {
  const { leaflets, onChange, titles, caseId, personName, reads, today } = props;
  const change = (key: string, step: (was: Handed) => Handed) =>
    onChange((was) => was.map((one) => (one.key === key ? step(one) : one)));
  const field = useRef<HTMLFieldSetElement>(null);
  const remove = (key: string) => {
    onChange((was) => was.filter((one) => one.key !== key));
    // The button that was pressed goes with its leaflet; focus stays among them.
    field.current?.querySelector<HTMLElement>("[role=combobox]")?.focus();
  };
  return (
    <fieldset ref={field} className={styles.leaflets}>
      <legend className={styles.legend}>{words.leaflets}</legend>
      {leaflets.length > 0 ? (
        <ul className={styles.chosen}>
          {leaflets.map((one, place) => (
            <ChosenLeaflet
              key={one.key}
              handed={one}
              place={place}
              title={titles.find(({ key }) => key === one.key)}
              personName={personName}
              reads={reads}
              today={today}
              onChange={(step) => change(one.key, step)}
              onRemove={() => remove(one.key)}
            />
          ))}
        </ul>
      ) : null}
      <Picker
        titles={titles}
        chosen={leaflets}
        caseId={caseId}
        onPick={(key) => onChange((was) => [...was, { key, language: null, teachBack: null }])}
      />
    </fieldset>
  );
}

type PickerProps = {
  titles: readonly Title[];
  chosen: readonly Handed[];
  caseId: Id | null;
  onPick: (key: string) => void;
};

function Picker({ titles, chosen, caseId, onPick }: PickerProps) {
  const [text, setText] = useState("");
  const given = useOffice(
    "education.given",
    { person: null, case: caseId },
    { enabled: caseId !== null },
  );
  const suggestions = given.data?.suggestions ?? [];
  const reasonsOf = useReasons(caseId);
  const options = offered(titles, suggestions, chosen, text).map(({ key, title, about }) => {
    const suggestion = suggestions.find(({ leaflet }) => leaflet.key === key);
    return {
      id: key,
      label: title,
      detail: suggestion ? words.because(reasonsOf(suggestion)) : about,
    };
  });
  return (
    <ComboBox
      label={words.add}
      hideLabel={chosen.length === 0}
      // What is wrong with one of them is said at that one.
      name={chosen.length === 0 ? "leaflets" : undefined}
      value={null}
      text={text}
      onTextChange={setText}
      onChange={(choice) => choice && onPick(choice.id)}
      isCollecting
      options={options}
      loadingText={generalWords.loading}
      emptyText={words.noneLike}
      placeholder={words.addPlaceholder}
    />
  );
}
