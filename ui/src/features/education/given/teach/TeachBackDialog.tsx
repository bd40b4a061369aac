import { useState } from "react";
import { FormDialog } from "../../../../design/forms/FormDialog";
import { useOffice } from "../../../../ipc/answers";
import { useAction } from "../../../../ipc/cache";
import type { HandoutView, Id } from "../../../../ipc/contract";
import { OfficeError } from "../../../../ipc/errors";
import { useDraft } from "../../../../ipc/useDraft";
import { educationGivenWords } from "../../../../words/education/given";
import { directionOf } from "../../../../words/languages";
import { dayOf } from "../../../../words/shown/format";
import { useFormat } from "../../../../words/shown/useFormat";
import { blankTeach, type TeachDraft, teachForm, unmarked } from "../give/handing";
import { openPoints } from "../standing";
import styles from "./Teach.module.css";
import { TeachFields } from "./TeachFields";

const words = educationGivenWords.teach;

type TeachBackDialogProps = {
  base: string;
  handout: HandoutView;
  onClose: () => void;
  tellDone: (words: string, entry: Id | null) => void;
};

/** Asks back a leaflet that was given before. */
export function TeachBackDialog({ base, handout, onClose, tellDone }: TeachBackDialogProps) {
  const { id, title, personName, keyPoints } = handout;
  const today = useOffice("security.status", null).data?.today ?? "";
  const draft = useDraft(`${base}#teach-${id}`, words.draftTitle(title, personName), blankTeach);
  const teach = useAction("education.teach_back");
  const [missing, setMissing] = useState<OfficeError | null>(null);
  const submit = async () => {
    const lacking = lackingIn(draft.body, handout);
    setMissing(lacking);
    teach.reset();
    if (lacking !== null) return;
    const form = teachForm(draft.body, keyPoints, today);
    const { entry } = await teach.mutateAsync({ handout: id, form });
    await draft.done();
    tellDone(words.done(title), entry);
    onClose();
  };
  return (
    <FormDialog
      title={words.title}
      lead={<Lead handout={handout} />}
      words={words}
      draft={draft}
      problem={missing ?? teach.error}
      isPending={teach.isPending}
      onSubmit={() => void submit().catch(() => undefined)}
      onClose={onClose}
    >
      <TeachFields
        points={keyPoints}
        teach={draft.body}
        onChange={(step) => draft.set(step)}
        path=""
        today={today}
      />
    </FormDialog>
  );
}

function Lead({ handout }: { handout: HandoutView }) {
  const { title, language, personName, keyPoints, teachBacks } = handout;
  const format = useFormat();
  const last = teachBacks[0];
  const day = last ? format.day(dayOf(last.at)) : "";
  return (
    <>
      <p className={styles.subject} dir={directionOf(language)} lang={language}>
        {title}
      </p>
      <p>{keyPoints.length === 0 ? words.none : words.lead(personName)}</p>
      {last ? <p className={styles.earlier}>{words.before(day, openPoints(handout))}</p> : null}
    </>
  );
}

/** What would be lost or left open by sending this; null when nothing is. */
function lackingIn(teach: TeachDraft, handout: HandoutView): OfficeError | null {
  const place = unmarked(teach);
  if (place !== null) return invalidAt(place, words.mark);
  const open = openPoints(handout);
  const left = handout.keyPoints.findIndex(
    ({ ask }, n) => open.includes(ask) && (teach.said[n]?.outcome ?? null) === null,
  );
  return left === -1 ? null : invalidAt(left, words.stillOpen);
}

function invalidAt(place: number, message: string): OfficeError {
  const fields = [{ field: `points.${place}`, message }];
  return new OfficeError({ kind: "invalid", message, fields });
}
