import type {
  CaseIssue,
  CaseKind,
  CaseParty,
  Channel,
  Confidence,
  Direction,
  DueState,
  ErrorKind,
  ImportFate,
  Outcome,
  Paper,
  PersonKind,
  Preferences,
  Profile,
  Reached,
  Relation,
  Role,
  Stage,
  SummaryOptions,
  Urgency,
} from "../ipc/contract";

/** What a person reads for every word the office answers with; declared in the order lists show. */
export const labels = {
  role: {
    advocate: "Advocate",
    supervisor: "Supervisor",
    volunteer: "Volunteer",
    auditor: "Auditor",
    admin: "Administrator",
  } satisfies Record<Role, string>,
  profile: {
    "us-hospital": "Hospital in the United States",
    "us-ltc-ombudsman": "Long-term care ombudsman in the United States",
    "us-insurance": "Insurance and billing advocate in the United States",
    "uk-england": "NHS organization in England",
    scotland: "Health board or practice in Scotland",
    wales: "NHS organization in Wales",
    "northern-ireland": "Health and social care in Northern Ireland",
    ireland: "Health service in Ireland",
    "new-south-wales": "Health service in New South Wales, Australia",
    ontario: "Hospital in Ontario, Canada",
  } satisfies Record<Profile, string>,
  personKind: {
    patient: "Patient",
    relative: "Family or friend",
    representative: "Representative",
    hospital_staff: "Hospital staff",
    department: "Department",
    organization: "Outside agency",
    payer: "Payer",
  } satisfies Record<PersonKind, string>,
  caseKind: {
    complaint: "Complaint",
    grievance: "Grievance",
    question: "Question",
    concern: "Concern",
    compliment: "Compliment",
    suggestion: "Suggestion",
    billing: "Billing",
    records: "Records",
    discharge: "Discharge",
  } satisfies Record<CaseKind, string>,
  stage: {
    new: "New",
    triaged: "Triaged",
    acknowledged: "Acknowledged",
    investigating: "In investigation",
    awaiting: "Awaiting an answer",
    response_drafted: "Response drafted",
    response_issued: "Response sent",
    follow_up: "Following up",
    closed: "Closed",
  } satisfies Record<Stage, string>,
  urgency: {
    routine: "Routine",
    soon: "Soon",
    urgent: "Urgent",
  } satisfies Record<Urgency, string>,
  channel: {
    call: "Call",
    visit: "Visit",
    letter: "Letter",
    email: "E-mail",
    video: "Video call",
    note: "Note",
  } satisfies Record<Channel, string>,
  relation: {
    self: "The patient",
    spouse_or_partner: "Spouse or partner",
    parent: "Parent",
    child: "Child",
    sibling: "Sibling",
    other_relative: "Another relative",
    friend: "Friend",
    representative: "Representative",
    staff: "Staff",
    other: "Someone else",
  } satisfies Record<Relation, string>,
  outcome: {
    upheld: "Upheld",
    partly_upheld: "Partly upheld",
    not_upheld: "Not upheld",
    inconclusive: "Could not be decided",
    answered: "Answered",
    passed_on: "Passed on",
    withdrawn: "Withdrawn",
  } satisfies Record<Outcome, string>,
  dueState: {
    overdue: "Overdue",
    today: "Due today",
    soon: "Due soon",
    later: "Not urgent",
    met: "Met",
    met_late: "Met late",
  } satisfies Record<DueState, string>,
  partyRole: {
    patient: "Patient",
    raised_by: "Raised it",
    relative: "Family or friend",
    representative: "Representative",
    staff: "Staff",
    department: "Department",
    payer: "Payer",
    other: "Other",
  } satisfies Record<CaseParty["role"], string>,
  issueState: {
    open: "Open",
    investigating: "Investigating",
    decided: "Decided",
  } satisfies Record<CaseIssue["state"], string>,
  direction: {
    in: "They reached us",
    out: "We reached out",
  } satisfies Record<Direction, string>,
  reached: {
    reached: "Reached",
    left_message: "Left a message",
    no_answer: "No answer",
  } satisfies Record<Reached, string>,
  confidence: {
    confirmed: "Confirmed",
    partly_confirmed: "Partly confirmed",
    default_high: "Default, well supported",
    default_medium: "Default, partly supported",
    default_low: "Default, weakly supported",
  } satisfies Record<Confidence, string>,
  importFate: {
    create: "Add",
    match: "Already here",
    attach: "Add to a person",
    skip: "Skip",
  } satisfies Record<ImportFate, string>,
  paper: {
    letter: "Letter",
    a4: "A4",
  } satisfies Record<Paper, string>,
  copy: {
    full: "Full copy for the office",
    patient: "Copy for the patient",
  } satisfies Record<SummaryOptions["copy"], string>,
  theme: {
    system: "As this computer",
    light: "Light",
    dark: "Dark",
  } satisfies Record<Preferences["theme"], string>,
  contrast: {
    system: "As this computer",
    normal: "Normal",
    more: "High",
  } satisfies Record<Preferences["contrast"], string>,
  dates: {
    system: "As this computer",
    us: "March 12, 2026",
    uk: "12 March 2026",
    iso: "2026-03-12",
  } satisfies Record<Preferences["dates"], string>,
  errorKind: {
    locked: "The office is locked",
    denied: "Not allowed",
    not_found: "Not found",
    invalid: "Check what was entered",
    conflict: "Changed by someone else",
    unavailable: "Not available now",
    bug: "Something went wrong",
  } satisfies Record<ErrorKind, string>,
};

/** What kind of office it is, in words. */
export function profileLabel(code: string): string {
  return Object.entries(labels.profile).find(([known]) => known === code)?.[1] ?? code;
}

export type Choice<T extends string> = { id: T; label: string };

/** One table as choices for a list, in the order it is declared. */
export function choices<T extends string>(table: Record<T, string>): Choice<T>[] {
  return (Object.entries(table) as [T, string][]).map(([id, label]) => ({ id, label }));
}
