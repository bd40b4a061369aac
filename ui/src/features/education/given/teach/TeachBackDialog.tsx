import { useState } from "react";
import { useAction, useOffice } from "../../../../ipc/cache";
import type { HandoutView, Id } from "../../../../ipc/contract";
import { OfficeError } from "../../../../ipc/errors";
import { useDraft } from "../../../../ipc/useDraft";
import { educationGivenWords } from "../../../../words/education/given";
import { dayOf } from "../../../../words/shown/format";
import { useFormat } from "../../../../words/shown/useFormat";
import { FormDialog } from "../../form/FormDialog";
import { blankTeach, teachForm, unmarked } from "../give/handing";
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
    const place = unmarked(draft.body);
    setMissing(place === null ? null : unmarkedAt(place));
    teach.reset();
    if (place !== null) return;
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

function Lead({
  handout: { title, language, personName, keyPoints, teachBacks },
}: {
  handout: HandoutView;
}) {
  const format = useFormat();
  const last = teachBacks[0];
  return (
    <>
      <p className={styles.subject} dir="auto" lang={language}>
        {title}
      </p>
      <p>{keyPoints.length === 0 ? words.none : words.lead(personName)}</p>
      {last ? (
        <p className={styles.earlier}>
          {words.before(format.day(dayOf(last.at)))}:{" "}
          {last.points
            .map(({ ask, outcome }) => `${ask} ${educationGivenWords.outcome[outcome]}.`)
            .join(" ")}
        </p>
      ) : null}
    </>
  );
}

function unmarkedAt(place: number): OfficeError {
  const fields = [{ field: `points.${place}`, message: words.mark }];
  return new OfficeError({ kind: "invalid", message: words.mark, fields });
}
