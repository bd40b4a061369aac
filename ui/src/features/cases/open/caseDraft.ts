import type { CaseForm, CaseKind, CaseView, Moment, PreviewCase } from "../../../ipc/contract";
import { OfficeError } from "../../../ipc/errors";
import { casesWords } from "../../../words/cases";
import { type Named, nobodyPicked, type Picked, picked } from "../person/newPerson";

type Asked = Omit<CaseForm, "patient" | "raisedBy" | "kind" | "receivedOn" | "saidWhere" | "unit">;

/** A case while it is being written: some things may still be missing. */
export type CaseDraft = Asked & {
  patient: Picked;
  raisedBy: Picked;
  kind: CaseKind | null;
  receivedOn: Moment | null;
  saidWhere: string;
  unit: string;
  reason: string;
};

const words = casesWords.form.wrong;

/** Some fields anew, or made from what they were. */
export type CaseChange = Partial<CaseDraft> | ((was: CaseDraft) => Partial<CaseDraft>);

export function changed(was: CaseDraft, change: CaseChange): CaseDraft {
  return { ...was, ...(change instanceof Function ? change(was) : change) };
}

export function newCase(now: Moment, patient: Named | null): CaseDraft {
  return {
    patient: picked(patient),
    raisedBy: nobodyPicked,
    relation: "self",
    saidHow: "visit",
    saidOn: null,
    saidWhere: "",
    receivedOn: now,
    kind: null,
    about: "",
    happened: "",
    wants: "",
    urgency: "routine",
    unit: "",
    reason: "",
  };
}

/** The form of a case as it stands, to be edited. */
export function draftOf({ form, patientName, raisedByName }: CaseView): CaseDraft {
  const { patient, raisedBy, saidWhere, unit, ...rest } = form;
  const raiser = form.relation === "self" ? null : raisedBy;
  return {
    ...rest,
    patient: picked(patient === null ? null : { id: patient, label: patientName }),
    raisedBy: picked(raiser === null ? null : { id: raiser, label: raisedByName ?? "" }),
    saidWhere: saidWhere ?? "",
    unit: unit ?? "",
    reason: "",
  };
}

/** What goes to the office. What it could not even be asked yet is named by the field. */
export function formOf(draft: CaseDraft): CaseForm | OfficeError {
  const { kind, receivedOn, patient, raisedBy, reason: _, ...rest } = draft;
  const isSelf = draft.relation === "self";
  const fields = [
    ...unsettled("patient", patient),
    ...(isSelf ? [] : unsettled("raisedBy", raisedBy)),
    ...(receivedOn === null ? [{ field: "receivedOn", message: words.receivedOn }] : []),
    ...(kind === null ? [{ field: "kind", message: words.kind }] : []),
  ];
  if (fields.length > 0 || kind === null || receivedOn === null) {
    return new OfficeError({ kind: "invalid", message: words.message, fields });
  }
  return {
    ...rest,
    kind,
    receivedOn,
    patient: patient.choice?.id ?? null,
    raisedBy: (isSelf ? patient : raisedBy).choice?.id ?? null,
    saidWhere: orNull(draft.saidWhere),
    unit: orNull(draft.unit),
  };
}

/** What clocks run from, when the draft says it differently from the case; else nothing. */
export function movesClocks(
  { id, form }: Pick<CaseView, "id" | "form">,
  { kind, saidOn, receivedOn }: CaseDraft,
): PreviewCase | null {
  if (kind === null || receivedOn === null) return null;
  const isSame = kind === form.kind && saidOn === form.saidOn && receivedOn === form.receivedOn;
  return isSame ? null : { case: id, kind, saidOn, receivedOn };
}

// A name that was typed and never chosen must not be lost without a word.
function unsettled(field: string, { choice, text, adding }: Picked) {
  if (adding !== null) return [{ field, message: words.adding }];
  return choice === null && text.trim() !== ""
    ? [{ field, message: words.chosen(text.trim()) }]
    : [];
}

function orNull(text: string): string | null {
  return text.trim() === "" ? null : text.trim();
}
