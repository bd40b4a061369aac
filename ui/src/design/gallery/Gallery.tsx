import type { ComponentType } from "react";
import { Page } from "../layout/Page";
import { Section } from "../layout/Section";
import { Logo } from "../marks/Logo";
import { ToastRegion } from "../overlays/Toast";
import { Surroundings } from "../Surroundings";
import type { GalleryChoice } from "./choiceIn";
import styles from "./Gallery.module.css";
import { ButtonsPart } from "./parts/ButtonsPart";
import { ChoicesPart } from "./parts/ChoicesPart";
import { DatesPart } from "./parts/DatesPart";
import { FieldsPart } from "./parts/FieldsPart";
import { FormsPart } from "./parts/FormsPart";
import { LayoutPart } from "./parts/LayoutPart";
import { MarksPart } from "./parts/MarksPart";
import { OverlaysPart } from "./parts/OverlaysPart";
import { RecordsPart } from "./parts/RecordsPart";
import { TablePart } from "./parts/TablePart";
import { TellingPart } from "./parts/TellingPart";
import { Switches } from "./Switches";

const PARTS: [id: string, title: string, Part: ComponentType<{ open: string }>][] = [
  ["marks", "Marks", MarksPart],
  ["buttons", "Buttons", ButtonsPart],
  ["table", "Table", TablePart],
  ["fields", "Fields", FieldsPart],
  ["choices", "Choices", ChoicesPart],
  ["dates", "Dates", DatesPart],
  ["forms", "Forms", FormsPart],
  ["layout", "Layout", LayoutPart],
  ["telling", "Telling", TellingPart],
  ["overlays", "Overlays", OverlaysPart],
  ["records", "Records", RecordsPart],
];

/** Every component in every state, to be looked at and checked. */
export function Gallery({ choice }: { choice: GalleryChoice }) {
  const shown = PARTS.filter(([id]) => choice.part === "" || choice.part === id);
  return (
    <Surroundings
      locale={choice.locale}
      hourCycle={choice.locale === "en-US" ? 12 : 24}
      pasteWords={(pasted, fits) => `You pasted ${pasted} characters; ${fits} fit here.`}
    >
      <main>
        <Page
          title="Design gallery"
          aside={<Logo size={1.25} label="Bedside" />}
          lead="Every component in every state."
          actions={<Switches choice={choice} parts={PARTS.map(([id]) => id)} />}
        >
          {shown.map(([id, title, Part]) => (
            <div key={id} className={styles.part}>
              <Section title={title}>
                <Part open={choice.open} />
              </Section>
            </div>
          ))}
        </Page>
      </main>
      <ToastRegion label="Notifications" closeLabel="Close" />
    </Surroundings>
  );
}
