// Printed from the command table. Do not edit: change the Rust types instead.

/** A civil date, "2026-03-12". */
export type Day = string;
/** A civil date and time in the office's zone, "2026-03-12T10:40". */
export type Moment = string;
/** An instant, RFC 3339 UTC. */
export type Instant = string;
/** A UUIDv7. */
export type Id = string;
/** What every call answers: its output, the features that changed, and the entry that can be taken back. */
export type Reply<T> = { output: T; changed: string[]; entry: Id | null };

export type AdaptLeaflet = { 
/**
 * The name all its versions share.
 */
key: string, 
/**
 * BCP 47 tag.
 */
language: string, };
export type AddContact = { 
/**
 * The case.
 */
case: Id, 
/**
 * How.
 */
channel: Channel, 
/**
 * Who began it.
 */
direction: Direction, 
/**
 * When.
 */
at: string, 
/**
 * How long.
 */
minutes: number | null, 
/**
 * With whom: a person's id.
 */
with: string | null, 
/**
 * With whom, when they are not in the office's list.
 */
withName: string | null, 
/**
 * Whether they were reached.
 */
reached: Reached, 
/**
 * What was said.
 */
summary: string, 
/**
 * What was promised.
 */
promise: NewPromise | null, 
/**
 * Clocks that this meets.
 */
meets: Array<string>, 
/**
 * Promises that this keeps.
 */
keeps: Array<string>, };
export type AddIssue = { case: Id, about: string, };
export type AddParty = { case: Id, person: Id, role: PartyRole, relation: Relation | null, mayBeTold: boolean, };
export type Address = { 
/**
 * Street lines.
 */
lines: string, 
/**
 * City or town.
 */
city: string | null, 
/**
 * State, county or province.
 */
region: string | null, 
/**
 * ZIP or postcode.
 */
postalCode: string | null, 
/**
 * Country.
 */
country: string | null, };
export type AdviceView = { 
/**
 * The rule's code.
 */
rule: string, 
/**
 * How the case would be filed.
 */
kind: CaseKind, 
/**
 * What it is called.
 */
called: string, 
/**
 * Why.
 */
sentence: string, 
/**
 * On whose word.
 */
authority: string, 
/**
 * Where it is written.
 */
citation: string, 
/**
 * How sure it is for these answers.
 */
confidence: Confidence, 
/**
 * Whether nobody has confirmed it.
 */
unverified: boolean, 
/**
 * Where somebody may: a place on the page of the rules.
 */
confirmAt: string | null, 
/**
 * Who checked it against its source.
 */
checked: ConfirmedView | null, 
/**
 * What of it is not sure.
 */
doubt: string | null, 
/**
 * Whether it cannot wait.
 */
urgent: boolean, 
/**
 * What follows from it.
 */
follows: Array<string>, 
/**
 * How else it may be read.
 */
other: ReadingView | null, };
export type AdvisorTurn = { 
/**
 * The name of the decision table.
 */
name: string, 
/**
 * What it answers.
 */
asks: string, 
/**
 * Its version.
 */
version: string, 
/**
 * What the case is filed as.
 */
kind: CaseKind | null, 
/**
 * What is known, in the order of the questions.
 */
known: Array<AnsweredFact>, 
/**
 * The next question.
 */
next: QuestionView | null, 
/**
 * The advice, when nothing is open.
 */
advice: AdviceView | null, };
export type AmendContact = { 
/**
 * The contact.
 */
id: Id, 
/**
 * Why.
 */
reason: string, channel: Channel, direction: Direction, at: string, minutes: number | null, with: string | null, withName: string | null, reached: Reached, summary: string, };
export type AnsweredFact = { 
/**
 * The question.
 */
question: QuestionView, 
/**
 * The code of the answer.
 */
answer: string, 
/**
 * The answer in words.
 */
words: string, 
/**
 * How it is known.
 */
by: KnownBy, };
export type ApplyImport = { 
/**
 * The preview.
 */
token: string, 
/**
 * Lines the person unticked.
 */
exclude: Array<number>, };
export type AskAdvisor = { 
/**
 * The case, whose office says which rules hold.
 */
case: Id | null, 
/**
 * Without a case: the rules to go by; the office's own, without.
 */
profile: string | null, 
/**
 * The code of the option, by the id of the question.
 */
answers: Record<string, string>, };
export type Audience = "patient" | "family" | "representative" | "resident" | "parent" | "young_person" | "staff";
export type BindsView = "ours" | "theirs" | "patient";
export type Block = { "kind": "heading", 
/**
 * The words.
 */
text: string, } | { "kind": "paragraph", 
/**
 * The pieces.
 */
text: Array<Inline>, } | { "kind": "facts", 
/**
 * The rows.
 */
rows: Array<Fact>, } | { "kind": "list", 
/**
 * Whether they are numbered.
 */
ordered: boolean, 
/**
 * The points, each of one block or more.
 */
rows: Array<Array<Block>>, } | { "kind": "table", 
/**
 * What it shows.
 */
caption: string, 
/**
 * The headings.
 */
head: Array<string>, 
/**
 * The rows.
 */
rows: Array<Array<string>>, } | { "kind": "note", 
/**
 * The words.
 */
text: string, } | { "kind": "line", 
/**
 * The words before it.
 */
text: string, } | { "kind": "code", 
/**
 * Cells on each side.
 */
side: number, 
/**
 * The dark cells, as runs of column, row, length.
 */
dark: [number, number, number][], 
/**
 * What it leads to.
 */
text: string, };
export type BringRules = { name: string, text: string, };
export type CalendarView = { 
/**
 * Code.
 */
id: string, 
/**
 * Name.
 */
name: string, 
/**
 * Where it holds.
 */
jurisdiction: string, 
/**
 * The published rule it follows.
 */
source: string, 
/**
 * When somebody last compared it with that.
 */
reviewedOn: string, 
/**
 * The first year it knows.
 */
firstYear: number, 
/**
 * The last year it knows.
 */
lastYear: number, 
/**
 * Whether it carries the badge.
 */
unverified: boolean, 
/**
 * Who confirmed it.
 */
confirmed: ConfirmedView | null, };
export type CallError = { 
/**
 * What the person can do.
 */
kind: ErrorKind, 
/**
 * What happened, then what to do.
 */
message: string, 
/**
 * The fields to mend, for `Kind::Invalid`.
 */
fields: Array<FieldError>, };
export type CaseClocks = { 
/**
 * Clocks, by due date.
 */
clocks: Array<ClockView>, 
/**
 * Those that a person stopped, the first one first.
 */
stopped: Array<StoppedClock>, 
/**
 * Promises, by due date.
 */
promises: Array<PromiseView>, };
export type CaseCounts = { 
/**
 * Open cases.
 */
open: number, 
/**
 * All cases, up to 1,000.
 */
all: number, 
/**
 * Whether there are more.
 */
allCapped: boolean, 
/**
 * Clocks and promises due today or before: the lines of My day.
 */
myDay: number, 
/**
 * Units that cases name.
 */
units: Array<string>, 
/**
 * People who can own a case.
 */
owners: Array<OwnerName>, };
export type CaseDecisions = { 
/**
 * Whether there is a decision table for this kind of office.
 */
asks: boolean, 
/**
 * The decisions, the latest first.
 */
decisions: Array<DecisionView>, 
/**
 * What it reads like, while nobody has decided.
 */
resembles: ResemblanceView | null, };
export type CaseFilter = { 
/**
 * Open or closed only.
 */
open: boolean | null, 
/**
 * Kind.
 */
kind: CaseKind | null, 
/**
 * Stage.
 */
stage: Stage | null, 
/**
 * Unit.
 */
unit: string | null, 
/**
 * Owner.
 */
owner: string | null, 
/**
 * Urgency.
 */
urgency: Urgency | null, 
/**
 * What is due when.
 */
due: DueFilter | null, 
/**
 * First day received.
 */
receivedFrom: string | null, 
/**
 * Last day received.
 */
receivedTo: string | null, 
/**
 * Words of the case or of the patient's name.
 */
text: string | null, 
/**
 * Somebody who has a part in it.
 */
person: string | null, };
export type CaseForm = { 
/**
 * What sort of matter.
 */
kind: CaseKind, 
/**
 * Whom it is about.
 */
patient: string | null, 
/**
 * Who raised it.
 */
raisedBy: string | null, 
/**
 * Who they are to the patient.
 */
relation: Relation, 
/**
 * How it was first said.
 */
saidHow: Channel, 
/**
 * When it was first said, to anybody at the hospital.
 */
saidOn: string | null, 
/**
 * Where it was first said.
 */
saidWhere: string | null, 
/**
 * When our office received it.
 */
receivedOn: string, 
/**
 * One line.
 */
about: string, 
/**
 * What happened.
 */
happened: string, 
/**
 * What the person wants, in their words.
 */
wants: string, 
/**
 * How soon.
 */
urgency: Urgency, 
/**
 * Ward or unit.
 */
unit: string | null, };
export type CaseIssue = { 
/**
 * Id.
 */
id: string, 
/**
 * What it is about.
 */
about: string, 
/**
 * Where it is.
 */
state: IssueState, 
/**
 * How it ended.
 */
outcome: Outcome | null, 
/**
 * What was found.
 */
finding: string | null, };
export type CaseKind = "complaint" | "grievance" | "question" | "concern" | "compliment" | "suggestion" | "billing" | "records" | "discharge";
export type CaseOrder = "received" | "due";
export type CaseParty = { 
/**
 * Id of the part.
 */
id: string, 
/**
 * Id of the person.
 */
person: string, 
/**
 * Name.
 */
name: string, 
/**
 * Part.
 */
role: PartyRole, 
/**
 * Who they are to the patient.
 */
relation: Relation | null, 
/**
 * Whether the patient agreed that they may be told.
 */
mayBeTold: boolean, 
/**
 * Title, language, needs.
 */
detail: string, };
export type CaseRow = { 
/**
 * Id.
 */
id: string, 
/**
 * Number.
 */
number: string, 
/**
 * The patient.
 */
patientName: string, 
/**
 * Kind.
 */
kind: CaseKind, 
/**
 * What it is about.
 */
about: string, 
/**
 * Stage.
 */
stage: Stage, 
/**
 * Urgency.
 */
urgency: Urgency, 
/**
 * Unit.
 */
unit: string | null, 
/**
 * Owner's id.
 */
owner: string, 
/**
 * Owner's name.
 */
ownerName: string, 
/**
 * The day our office received it.
 */
receivedOn: string, 
/**
 * The day it was closed.
 */
closedOn: string | null, 
/**
 * What is due next.
 */
next: Due | null, };
export type CaseSigns = { case: Id, };
export type CaseView = { 
/**
 * Id.
 */
id: string, 
/**
 * Number.
 */
number: string, 
/**
 * All that can be changed.
 */
form: CaseForm, 
/**
 * The patient.
 */
patientName: string, 
/**
 * Who raised it.
 */
raisedByName: string | null, 
/**
 * Stage.
 */
stage: Stage, 
/**
 * Owner's id.
 */
owner: string, 
/**
 * Owner's name.
 */
ownerName: string, 
/**
 * When it was opened.
 */
openedAt: string, 
/**
 * The day it was closed.
 */
closedOn: string | null, 
/**
 * How it ended.
 */
outcome: Outcome | null, 
/**
 * How it ended, in words.
 */
closingNote: string | null, 
/**
 * How often it was reopened.
 */
reopened: number, 
/**
 * Issues.
 */
issues: Array<CaseIssue>, 
/**
 * People.
 */
parties: Array<CaseParty>, };
export type ChangeCase = { 
/**
 * The case.
 */
id: Id, 
/**
 * What it becomes.
 */
form: CaseForm, 
/**
 * Why.
 */
reason: string | null, };
export type ChangeIssue = { id: Id, about: string, state: IssueState, outcome: Outcome | null, finding: string | null, };
export type ChangePassphrase = { current: string, next: string, };
export type ChangePerson = { id: Id, form: PersonForm, };
export type ChangeView = { 
/**
 * The version.
 */
version: number, 
/**
 * When it came out.
 */
on: string, 
/**
 * What is different.
 */
what: string, };
export type Channel = "call" | "visit" | "letter" | "email" | "video" | "note";
export type CheckLeaflet = { 
/**
 * BCP 47 tag.
 */
language: string, 
/**
 * What it is about.
 */
about: string, 
/**
 * Markdown.
 */
body: string, };
export type CheckView = { 
/**
 * The text as it will be shown.
 */
blocks: Array<LeafletBlock>, 
/**
 * What was typed and is not shown as typed.
 */
leftOut: Array<LeftOutView>, 
/**
 * The figures of law in it.
 */
limits: Array<LimitView>, 
/**
 * Marks whose figure the rule does not have, as they were typed.
 */
strangeLimits: Array<string>, 
/**
 * How hard it is to read; null where the language has no measure.
 */
measure: MeasureView | null, };
export type ChoiceView = { 
/**
 * Code.
 */
code: string, 
/**
 * In words.
 */
label: string, 
/**
 * What it takes in.
 */
hint: string | null, };
export type Classified = { 
/**
 * The decision.
 */
decision: DecisionView, 
/**
 * Clocks that started.
 */
started: Array<ClockTurned>, 
/**
 * Clocks that stopped.
 */
stopped: Array<ClockTurned>, 
/**
 * Whether the case was marked urgent.
 */
urgent: boolean, };
export type Classify = { 
/**
 * The case.
 */
case: Id, 
/**
 * What was answered.
 */
answers: Record<string, string>, 
/**
 * The rule of the advice that was shown.
 */
rule: string, 
/**
 * What the case is to be.
 */
chosen: CaseKind, 
/**
 * Why, where that is not what is advised.
 */
reason: string | null, };
export type ClockChange = { 
/**
 * What.
 */
kind: ClockChangeKind, 
/**
 * Its id, where it runs already.
 */
clock: string | null, 
/**
 * Its name.
 */
name: string, 
/**
 * The last day now.
 */
from: string | null, 
/**
 * The last day then.
 */
to: string | null, 
/**
 * Why it stops.
 */
why: string | null, };
export type ClockChangeKind = "starts" | "moves" | "stops" | "reopens";
export type ClockTurned = { 
/**
 * Its name.
 */
name: string, 
/**
 * The day it is due.
 */
due: Day, };
export type ClockView = { 
/**
 * Id.
 */
id: string, 
/**
 * The rule's code.
 */
rule: string, 
/**
 * Name.
 */
name: string, 
/**
 * The last day.
 */
due: string, 
/**
 * The day by which to act: the last safe day of a person's own window, else the last day.
 */
actBy: string, 
/**
 * The time of day on it, in words.
 */
dueBy: string | null, 
/**
 * How it stands.
 */
state: DueState, 
/**
 * Days from today.
 */
days: number, 
/**
 * The day it started.
 */
startedOn: string, 
/**
 * The day it was met.
 */
metOn: string | null, 
/**
 * The contact that met it.
 */
evidence: string | null, 
/**
 * The same in words.
 */
evidenceText: string | null, 
/**
 * How the days were counted.
 */
howCounted: string, 
/**
 * Where the rule is written.
 */
citation: string, 
/**
 * Whether it rests on a default that nobody has confirmed.
 */
unverified: boolean, 
/**
 * Where that is confirmed: a place on the page of the rules.
 */
confirmAt: string | null, 
/**
 * Who checked its rule against the source, where it came as a default.
 */
checked: ConfirmedView | null, 
/**
 * What meets it.
 */
metBy: string, 
/**
 * The channels that can meet it.
 */
meetableBy: Array<Channel>, 
/**
 * Whose time limit it is.
 */
binds: BindsView, 
/**
 * The same in words: "the hospital".
 */
bound: string, 
/**
 * What its last day means.
 */
sense: SenseView, 
/**
 * The first day on which it may be done, for a count back.
 */
opens: string | null, 
/**
 * The later day on which the notice is on record to have come, while nothing shows it and the
 * presumed day counts.
 */
receiptWaits: string | null, 
/**
 * The date that had passed unmet before it was counted again.
 */
missedOn: string | null, 
/**
 * The first day of a pause that has not ended.
 */
pausedSince: string | null, 
/**
 * Why it is paused.
 */
pausedWhy: string | null, 
/**
 * How it was made longer.
 */
extensions: Array<ExtensionLine>, 
/**
 * How it can be made longer; nothing when it cannot.
 */
extension: ExtensionRule | null, 
/**
 * Whether it can be paused.
 */
mayPause: boolean, };
export type CloseCase = { 
/**
 * The case.
 */
id: Id, 
/**
 * How it ended.
 */
outcome: Outcome, 
/**
 * In words.
 */
note: string, 
/**
 * The day.
 */
on: string, };
export type ClosedDay = { 
/**
 * The day.
 */
on: string, 
/**
 * Why.
 */
name: string, };
export type Confidence = "confirmed" | "partly_confirmed" | "default_high" | "default_medium" | "default_low";
export type ConfirmLimit = { 
/**
 * The rule.
 */
rule: string, 
/**
 * The figure.
 */
figure: string, 
/**
 * Whether it holds.
 */
confirmed: boolean, };
export type ConfirmedView = { 
/**
 * The person's name.
 */
by: string, 
/**
 * The day.
 */
on: string, };
export type ContactVersion = { 
/**
 * How.
 */
channel: Channel, 
/**
 * Who began it.
 */
direction: Direction, 
/**
 * When.
 */
at: string, 
/**
 * How long.
 */
minutes: number | null, 
/**
 * With whom.
 */
withName: string, 
/**
 * Whether they were reached.
 */
reached: Reached, 
/**
 * What was said.
 */
summary: string, 
/**
 * When it was written.
 */
writtenAt: string, 
/**
 * By whom.
 */
writtenBy: string, 
/**
 * Why it was amended; absent on the first version.
 */
reason: string | null, };
export type ContactView = { 
/**
 * Id.
 */
id: string, 
/**
 * The case.
 */
case: string, 
/**
 * With whom: a person's id.
 */
with: string | null, 
/**
 * As it stands.
 */
current: ContactVersion, 
/**
 * As it was, oldest first.
 */
earlier: Array<ContactVersion>, 
/**
 * The promise made in it.
 */
promise: PromiseView | null, 
/**
 * The clocks it met.
 */
meets: Array<string>, };
export type Copy = "full" | "patient";
export type Coverage = { 
/**
 * Id.
 */
id: string, 
/**
 * The payer's id, if it is in the office.
 */
payer: string | null, 
/**
 * The payer's name.
 */
payerName: string, 
/**
 * Member number.
 */
memberNumber: string | null, 
/**
 * Plan.
 */
plan: string | null, 
/**
 * First day.
 */
from: string | null, 
/**
 * Last day.
 */
to: string | null, };
export type CreateOffice = { officeName: string, yourName: string, passphrase: string, profile: Profile, timeZone: string, };
export type DayCell = { 
/**
 * The day.
 */
on: string, 
/**
 * What it is.
 */
role: "start" | "counted" | "skipped" | "due" | "gap", 
/**
 * What stands in it.
 */
label: string, 
/**
 * What more there is to say.
 */
note: string | null, };
export type DecisionFact = { 
/**
 * The question.
 */
asked: string, 
/**
 * The answer.
 */
said: string, };
export type DecisionView = { 
/**
 * Id.
 */
id: string, 
/**
 * When, in the office's zone.
 */
at: Moment, 
/**
 * By whom.
 */
by: string, 
/**
 * What was decided.
 */
kind: CaseKind, 
/**
 * What was advised.
 */
advised: CaseKind, 
/**
 * What it was before.
 */
was: CaseKind, 
/**
 * The rule's code.
 */
rule: string, 
/**
 * What the rule calls it.
 */
called: string, 
/**
 * Where it is written.
 */
citation: string, 
/**
 * The version of the decision table.
 */
version: string, 
/**
 * The facts.
 */
facts: Array<DecisionFact>, 
/**
 * Why something else was chosen.
 */
reason: string | null, 
/**
 * The other reading that was shown.
 */
other: string | null, };
export type DecisionsOf = { case: Id, };
export type Direction = "in" | "out";
export type Document = { 
/**
 * BCP 47 tag.
 */
language: string, 
/**
 * The office's own lines above everything.
 */
letterhead: Array<string>, 
/**
 * The heading.
 */
title: string, 
/**
 * What a stranger who finds it needs to know.
 */
confidential: string, 
/**
 * One sentence that says what this is about.
 */
lead: string, 
/**
 * What this paper is, whose, who made it when.
 */
head: Array<Fact>, 
/**
 * The document itself.
 */
sections: Array<Section>, 
/**
 * The line at the foot of every page.
 */
foot: string, 
/**
 * The paper.
 */
paper: Paper, 
/**
 * How large its text is.
 */
size: TextSize, };
export type Draft = { key: string, title: string, body: unknown, savedAt: string, };
export type DraftView = { 
/**
 * Its row.
 */
row: OwnRow, 
/**
 * What it holds.
 */
form: LeafletForm, };
export type DropEvent = { id: Id, reason: string, };
export type Due = { 
/**
 * A clock or a promise.
 */
what: DueWhat, 
/**
 * What it is called.
 */
label: string, 
/**
 * The day.
 */
on: string, 
/**
 * How it stands.
 */
state: DueState, 
/**
 * Days from today; negative when it has passed.
 */
days: number, };
export type DueFilter = "overdue" | "today" | "week";
export type DueLine = { 
/**
 * The case.
 */
case: string, 
/**
 * Its number.
 */
number: string, 
/**
 * The patient.
 */
patientName: string, 
/**
 * What is due, and how it stands.
 */
due: Due, 
/**
 * What has to be done.
 */
title: string, 
/**
 * Why it is there.
 */
why: string, 
/**
 * What is missing, or what the case is about.
 */
aside: string, 
/**
 * The clock.
 */
clock: string | null, 
/**
 * The promise.
 */
promise: string | null, };
export type DueState = "overdue" | "today" | "soon" | "later" | "met" | "met_late";
export type DueWhat = "clock" | "promise";
export type ErrorKind = "locked" | "denied" | "not_found" | "invalid" | "conflict" | "unavailable" | "bug";
export type EventOffer = { 
/**
 * Which event.
 */
event: string, 
/**
 * Its name.
 */
name: string, 
/**
 * What is asked.
 */
question: string, 
/**
 * How finely it is known.
 */
known: WhenKnown, 
/**
 * Whether it may lie ahead.
 */
planned: boolean, 
/**
 * The rules it belongs to.
 */
pack: string, 
/**
 * The time limits that run from it or are bounded by it, with their lengths.
 */
rules: Array<string>, };
export type EventPreview = { 
/**
 * To the clocks.
 */
changes: Array<ClockChange>, 
/**
 * Of a receipt later than the law presumes: the presumed day.
 */
presumedOn: string | null, 
/**
 * Whether it would meet a window of the person's, and none had begun by its day.
 */
meetsNothing: boolean, };
export type EventRecord = { 
/**
 * Id.
 */
id: string, 
/**
 * Which event.
 */
event: string, 
/**
 * Its name.
 */
name: string, 
/**
 * What was asked.
 */
question: string, 
/**
 * How finely it is known.
 */
known: WhenKnown, 
/**
 * When.
 */
at: string, 
/**
 * What more there is to say.
 */
note: string | null, 
/**
 * What shows that it was then.
 */
shownBy: string | null, 
/**
 * Of a receipt later than the law presumes: the presumed day. Without anything that shows the
 * later one, that is the one that counts.
 */
presumedOn: string | null, 
/**
 * Whether it would meet a window of the person's, and none had begun by its day.
 */
meetsNothing: boolean, };
export type EventsView = { 
/**
 * Those that were recorded, by their moment.
 */
recorded: Array<EventRecord>, 
/**
 * Those that can be.
 */
offers: Array<EventOffer>, };
export type Explanation = { 
/**
 * The clock.
 */
clock: ClockView, 
/**
 * The question.
 */
title: string, 
/**
 * The answer.
 */
sentence: string, 
/**
 * The strip of days.
 */
days: Array<DayCell>, 
/**
 * The rule and whose it is.
 */
ruleText: string, 
/**
 * What starts it, and when that was.
 */
startsWhen: string, 
/**
 * The calendar.
 */
calendar: string, 
/**
 * Whether nobody has confirmed the calendar.
 */
calendarUnverified: boolean, 
/**
 * Where that is done: a place on the page of the rules.
 */
calendarAt: string, 
/**
 * What meets it.
 */
metBy: string, 
/**
 * On whose word.
 */
authority: string, 
/**
 * Where it is written.
 */
citation: string, 
/**
 * How sure the pack is of it.
 */
confidence: Confidence, 
/**
 * Whether nobody has confirmed the length.
 */
lengthUnverified: boolean, 
/**
 * The version of the rules.
 */
ruleVersion: string, };
export type ExtendClock = { 
/**
 * The clock.
 */
id: Id, 
/**
 * The notice, in the contact log.
 */
contact: Id, 
/**
 * The date it gives.
 */
to: string | null, 
/**
 * Why it takes longer.
 */
reason: string, 
/**
 * What the notice says, of what the rule asks for.
 */
says: Array<string>, };
export type ExtensionLine = { 
/**
 * The day the notice went out.
 */
noticedOn: string, 
/**
 * The date it gave.
 */
to: string | null, 
/**
 * Why.
 */
reason: string, 
/**
 * The notice, in the contact log.
 */
contact: string, };
export type ExtensionRule = { 
/**
 * By how much, in words; nothing means until the date the notice gives.
 */
length: string | null, 
/**
 * Whether the notice has to give the date.
 */
needsDate: boolean, 
/**
 * What the notice has to say.
 */
elements: Array<string>, };
export type Fact = { 
/**
 * The term.
 */
term: string, 
/**
 * The value.
 */
value: string, };
export type FieldChange = { field: string, label: string, from: string | null, to: string | null, };
export type FieldError = { 
/**
 * The path of the input field, such as `name.family` or `phones.0.value`.
 */
field: string, 
/**
 * What is wrong and what to do, in plain words. Never holds what was typed.
 */
message: string, };
export type FillHelper = { 
/**
 * The slot.
 */
slot: string, 
/**
 * What they are called here; absent keeps the shipped name.
 */
name: string | null, 
/**
 * Phone.
 */
phone: string | null, 
/**
 * Address.
 */
address: string | null, 
/**
 * Site.
 */
web: string | null, 
/**
 * When they are there.
 */
hours: string | null, };
export type FollowUpView = { 
/**
 * The handout.
 */
handout: string, 
/**
 * With whom.
 */
person: string, 
/**
 * What they are called.
 */
personName: string, 
/**
 * In which case.
 */
case: string | null, 
/**
 * Its number.
 */
caseNumber: string | null, 
/**
 * The leaflet's title.
 */
title: string, 
/**
 * What is not understood yet.
 */
open: Array<string>, 
/**
 * The day.
 */
on: string, 
/**
 * How that day stands.
 */
state: DueState, 
/**
 * Days until then; negative when it has passed.
 */
days: number, };
export type FoundLeaflet = { 
/**
 * The name all its versions share.
 */
key: string, 
/**
 * BCP 47 tag.
 */
language: string, 
/**
 * The line the words are in, when they are not in the title.
 */
line: string | null, };
export type GiveLeaflets = { 
/**
 * To whom.
 */
person: Id, 
/**
 * In which case, if in one.
 */
case: Id | null, 
/**
 * Which.
 */
leaflets: Array<GiveOne>, 
/**
 * How.
 */
way: Way, 
/**
 * When; absent is now.
 */
at: string | null, 
/**
 * Anything else.
 */
note: string | null, };
export type GiveOne = { 
/**
 * The name all its versions share.
 */
key: string, 
/**
 * BCP 47 tag.
 */
language: string, 
/**
 * What the person said back, if it was asked.
 */
teachBack: TeachBackForm | null, };
export type GivenView = { 
/**
 * What was given, the latest first.
 */
handouts: Array<HandoutView>, 
/**
 * What the case calls for. None without a case.
 */
suggestions: Array<SuggestionView>, 
/**
 * The rights at stake in the case.
 */
rights: Array<string>, 
/**
 * The language the person reads, if it is known.
 */
reads: string | null, };
export type GroupCount = { 
/**
 * The code or the words.
 */
name: string, 
/**
 * How many.
 */
count: number, };
export type Handing = { 
/**
 * The leaflets.
 */
leaflets: Array<LeafletName>, 
/**
 * The sheet; then there are no leaflets.
 */
sheet: SheetForm | null, 
/**
 * The paper.
 */
paper: Paper, 
/**
 * The size of text.
 */
size: TextSize, };
export type HandoutView = { 
/**
 * Its id.
 */
id: string, 
/**
 * To whom.
 */
person: string, 
/**
 * What they are called.
 */
personName: string, 
/**
 * In which case.
 */
case: string | null, 
/**
 * The leaflet.
 */
key: string, 
/**
 * BCP 47 tag.
 */
language: string, 
/**
 * The version.
 */
version: number, 
/**
 * Its title.
 */
title: string, 
/**
 * The text as it was given.
 */
textId: string, 
/**
 * How.
 */
way: Way, 
/**
 * When.
 */
givenAt: string, 
/**
 * By whom.
 */
givenBy: string, 
/**
 * Anything else.
 */
note: string, 
/**
 * The version that is out now, when it is another.
 */
newer: number | null, 
/**
 * What to ask back.
 */
keyPoints: Array<KeyPointForm>, 
/**
 * What was said back, the latest first.
 */
teachBacks: Array<TeachBackView>, 
/**
 * The day to go over it again, while something is open.
 */
againOn: string | null, 
/**
 * How that day stands.
 */
againState: DueState | null, 
/**
 * Days until then; negative when it has passed.
 */
againDays: number | null, };
export type HardWordView = { 
/**
 * The word.
 */
word: string, 
/**
 * How often it stands there.
 */
times: number, 
/**
 * A plainer one.
 */
plain: string | null, };
export type HelperEntry = { 
/**
 * The slot.
 */
slot: string, 
/**
 * What patients read.
 */
name: string, 
/**
 * What they do.
 */
does: string, 
/**
 * The kinds of office that have it.
 */
settings: Array<Setting>, 
/**
 * How they are reached; null while nobody has filled it in.
 */
reach: ReachView | null, 
/**
 * A public number that nobody here has confirmed.
 */
suggestedPhone: string | null, 
/**
 * A public site that nobody here has confirmed.
 */
suggestedWeb: string | null, 
/**
 * How many leaflets name them.
 */
usedIn: number, };
export type HelperView = { 
/**
 * The slot.
 */
slot: string, 
/**
 * What they are called.
 */
name: string, 
/**
 * Why to turn to them.
 */
why: string, 
/**
 * How they are reached; null while nobody has filled it in.
 */
reach: ReachView | null, };
export type Here = { id: string, name: string, roles: Array<Role>, };
export type HistoryLine = { entry: string, at: string, actor: string, action: string, words: string, reason: string | null, changes: Array<FieldChange>, undoable: boolean, };
export type ImportFate = "create" | "match" | "attach" | "skip";
export type ImportFile = { 
/**
 * Its name.
 */
name: string, 
/**
 * What is wrong with it.
 */
problem: string | null, };
export type ImportLine = { 
/**
 * Its number in the preview.
 */
n: number, 
/**
 * The file's name.
 */
file: string, 
/**
 * The FHIR resource type.
 */
resource: string, 
/**
 * The resource's reference.
 */
reference: string | null, 
/**
 * Who or what it is.
 */
title: string, 
/**
 * What would be done.
 */
fate: ImportFate, 
/**
 * Why.
 */
why: string, 
/**
 * The person it matches.
 */
matched: string | null, 
/**
 * Whether it is ticked.
 */
include: boolean, };
export type ImportPreview = { 
/**
 * Names this preview until it is applied or dropped.
 */
token: string, 
/**
 * The files.
 */
files: Array<ImportFile>, 
/**
 * Line by line.
 */
lines: Array<ImportLine>, 
/**
 * How many would be added.
 */
creates: number, 
/**
 * How many are here already.
 */
matches: number, 
/**
 * How many stays and coverages would be added.
 */
attaches: number, 
/**
 * How many would be left out.
 */
skips: number, };
export type ImportResult = { 
/**
 * People added.
 */
created: number, 
/**
 * People who were here already.
 */
matched: number, 
/**
 * Stays and coverages added.
 */
attached: number, 
/**
 * Left out.
 */
skipped: number, };
export type ImportSource = { "kind": "choose" } | { "kind": "dropped" } | { "kind": "paths", 
/**
 * Paths on this machine.
 */
paths: Array<string>, };
export type Inline = { "kind": "text", 
/**
 * The words.
 */
text: string, } | { "kind": "strong", 
/**
 * The words.
 */
text: string, } | { "kind": "emphasis", 
/**
 * The words.
 */
text: string, };
export type IssueState = "open" | "investigating" | "decided";
export type KeepPromise = { 
/**
 * The promise.
 */
id: Id, 
/**
 * The contact.
 */
contact: Id, };
export type KeyPointForm = { 
/**
 * How to ask for it.
 */
ask: string, 
/**
 * What a good answer holds.
 */
listenFor: string, };
export type KnownBy = "answer" | "said_how" | "kind" | "relation" | "stay";
export type Labeled = { 
/**
 * What it is: "home", "Record number".
 */
label: string, 
/**
 * The value.
 */
value: string, };
export type LeafletBlock = { "kind": "heading", 
/**
 * 2 or 3.
 */
level: number, 
/**
 * The words.
 */
text: Array<LeafletInline>, } | { "kind": "paragraph", 
/**
 * The words.
 */
text: Array<LeafletInline>, } | { "kind": "list", 
/**
 * Whether they are numbered.
 */
ordered: boolean, 
/**
 * The points.
 */
items: Array<Array<LeafletBlock>>, } | { "kind": "table", 
/**
 * The headings.
 */
head: Array<Array<LeafletInline>>, 
/**
 * The rows.
 */
rows: Array<Array<Array<LeafletInline>>>, } | { "kind": "quote", 
/**
 * What they said.
 */
blocks: Array<LeafletBlock>, };
export type LeafletForm = { 
/**
 * What it is.
 */
purpose: Purpose, 
/**
 * BCP 47 tag.
 */
language: string, 
/**
 * Its title.
 */
title: string, 
/**
 * What it is about, in one sentence.
 */
about: string, 
/**
 * Its shelf.
 */
topic: Topic, 
/**
 * Whom it is for.
 */
audiences: Array<Audience>, 
/**
 * The kinds of office it serves.
 */
settings: Array<Setting>, 
/**
 * The kinds of case that call for it.
 */
kinds: Array<CaseKind>, 
/**
 * The rights it speaks of.
 */
rights: Array<string>, 
/**
 * Words in a unit's name that call for it.
 */
units: Array<string>, 
/**
 * Keys of leaflets that go with it.
 */
related: Array<string>, 
/**
 * Where it comes from.
 */
sources: Array<SourceForm>, 
/**
 * What to ask back.
 */
keyPoints: Array<KeyPointForm>, 
/**
 * Who can help.
 */
who: Array<WhoForm>, 
/**
 * When it was last checked.
 */
reviewed: string, 
/**
 * By whom.
 */
reviewer: string | null, 
/**
 * When to check it again.
 */
reviewBy: string | null, 
/**
 * For a translation: the version of the English text it says the same as.
 */
sourceVersion: number | null, 
/**
 * An address to print with a square a phone can read.
 */
link: string | null, 
/**
 * The words, as Markdown.
 */
body: string, };
export type LeafletInline = { "kind": "text", 
/**
 * The words.
 */
text: string, } | { "kind": "strong", 
/**
 * The words.
 */
text: Array<LeafletInline>, } | { "kind": "emphasis", 
/**
 * The words.
 */
text: Array<LeafletInline>, } | { "kind": "limit", 
/**
 * The words with the number.
 */
text: string, 
/**
 * What a patient reads instead while it is unverified.
 */
without: string | null, 
/**
 * The rule.
 */
rule: string, 
/**
 * Whether it is a default that nobody here has confirmed.
 */
unverified: boolean, } | { "kind": "term", 
/**
 * Its id there.
 */
id: string, 
/**
 * The words as they stand.
 */
text: string, } | { "kind": "link", 
/**
 * The words.
 */
text: Array<LeafletInline>, 
/**
 * Where.
 */
target: string, } | { "kind": "break" };
export type LeafletName = { 
/**
 * The name all its versions share.
 */
key: string, 
/**
 * BCP 47 tag.
 */
language: string, };
export type LeafletRow = { 
/**
 * The name all its versions and languages share.
 */
key: string, 
/**
 * BCP 47 tag.
 */
language: string, 
/**
 * Its title.
 */
title: string, 
/**
 * What it is about.
 */
about: string, 
/**
 * Its shelf.
 */
topic: Topic, 
/**
 * Whom it is for.
 */
audiences: Array<Audience>, 
/**
 * The kinds of office it serves; none is all.
 */
settings: Array<Setting>, 
/**
 * The kinds of case that call for it.
 */
kinds: Array<CaseKind>, 
/**
 * What it is.
 */
purpose: Purpose, 
/**
 * Whose words.
 */
origin: Origin, 
/**
 * The version that is out.
 */
version: number, 
/**
 * When it was last checked.
 */
reviewed: string, 
/**
 * Whether it is time to check it again.
 */
reviewDue: boolean, 
/**
 * Whether it is a translation of an older version.
 */
behind: boolean, 
/**
 * The other languages it is in.
 */
languages: Array<string>, 
/**
 * Whether it was taken out of the library.
 */
retired: boolean, };
export type LeafletState = "draft" | "published" | "retired";
export type LeafletView = { 
/**
 * The name all its versions share.
 */
key: string, 
/**
 * BCP 47 tag.
 */
language: string, 
/**
 * The version.
 */
version: number, 
/**
 * What it is.
 */
purpose: Purpose, 
/**
 * Whose words.
 */
origin: Origin, 
/**
 * Where it stands.
 */
state: LeafletState, 
/**
 * The office's own record of it, if there is one.
 */
own: string | null, 
/**
 * Its title.
 */
title: string, 
/**
 * What it is about.
 */
about: string, 
/**
 * Its shelf.
 */
topic: Topic, 
/**
 * Whom it is for.
 */
audiences: Array<Audience>, 
/**
 * The text.
 */
blocks: Array<LeafletBlock>, 
/**
 * Who can help.
 */
who: Array<HelperView>, 
/**
 * What to ask back.
 */
keyPoints: Array<KeyPointForm>, 
/**
 * The questions a person could ask.
 */
questions: Array<string>, 
/**
 * Where it comes from.
 */
sources: Array<SourceView>, 
/**
 * The figures of law in it.
 */
limits: Array<LimitView>, 
/**
 * When it was last checked.
 */
reviewed: string, 
/**
 * By whom.
 */
reviewer: string | null, 
/**
 * Whether it is time to check it again.
 */
reviewDue: boolean, 
/**
 * What changed, the latest first.
 */
changes: Array<ChangeView>, 
/**
 * Leaflets that go with it.
 */
related: Array<RelatedView>, 
/**
 * The same leaflet in other languages.
 */
translations: Array<TranslationView>, 
/**
 * Whether it is a translation of an older version.
 */
behind: boolean, 
/**
 * An address that is printed with it.
 */
link: string | null, 
/**
 * What was typed and is not shown as typed.
 */
leftOut: Array<LeftOutView>, };
export type LeftOutView = { 
/**
 * The line, counted from 1.
 */
line: number, 
/**
 * What it was and what became of it.
 */
what: string, };
export type LengthView = { 
/**
 * As it is written in records: `7 calendar day`.
 */
code: string, 
/**
 * How many.
 */
count: number, 
/**
 * Of what: hour, day, month, year.
 */
unit: string, 
/**
 * Whether only business days count.
 */
business: boolean, };
export type LibraryView = { 
/**
 * The leaflets, by number, then title.
 */
rows: Array<LeafletRow>, 
/**
 * What kind of office this is: its leaflets are shown first.
 */
setting: Setting, 
/**
 * The rights there are.
 */
rights: Array<RightView>, 
/**
 * Files that could not be read, each named by file, line and field.
 */
mistakes: Array<string>, };
export type LimitEntry = { 
/**
 * The rule.
 */
rule: string, 
/**
 * The figure.
 */
figure: string, 
/**
 * What it is.
 */
name: string, 
/**
 * When the time starts.
 */
from: string, 
/**
 * Where it is written.
 */
authority: string, 
/**
 * Whether it was checked against a published source before it was shipped.
 */
published: boolean, 
/**
 * Who confirmed that it holds here.
 */
confirmedBy: string | null, 
/**
 * When.
 */
confirmedOn: string | null, 
/**
 * Titles of leaflets that quote it.
 */
usedIn: Array<string>, };
export type LimitView = { 
/**
 * The rule.
 */
rule: string, 
/**
 * The words in the leaflet.
 */
words: string, 
/**
 * What the figure is.
 */
name: string, 
/**
 * When the time starts.
 */
from: string, 
/**
 * Where it is written.
 */
authority: string, 
/**
 * Whether it is a default that nobody here has confirmed.
 */
unverified: boolean, };
export type ListCases = { filter: CaseFilter, order: CaseOrder, after: string | null, limit: number | null, };
export type ListContacts = { case: Id, after: string | null, limit: number | null, };
export type ListPeople = { text: string | null, kind: PersonKind | null, after: string | null, limit: number | null, };
export type ListSigns = { 
/**
 * How many lines at most; nothing means 50.
 */
limit: number | null, };
export type LongSentenceView = { 
/**
 * The sentence.
 */
text: string, 
/**
 * How many words.
 */
words: number, };
export type MakePromise = { case: Id, what: string, due: string, to: string | null, };
export type MeasureView = { 
/**
 * How many words.
 */
words: number, 
/**
 * How many sentences.
 */
sentences: number, 
/**
 * Flesch-Kincaid grade.
 */
grade: number | null, 
/**
 * SMOG grade; null under 30 sentences.
 */
smog: number | null, 
/**
 * Flesch reading ease.
 */
ease: number | null, 
/**
 * Whether the text is long enough for the figures to mean anything: 100 words.
 */
reliable: boolean, 
/**
 * Sentences of more than 20 words.
 */
longSentences: Array<LongSentenceView>, 
/**
 * Words of three syllables or more, and words with a plainer one.
 */
hardWords: Array<HardWordView>, };
export type MeetClock = { 
/**
 * The clock.
 */
id: Id, 
/**
 * The contact.
 */
contact: Id, };
export type MoveEvent = { id: Id, at: string, note: string | null, shownBy: string | null, reason: string, };
export type MoveLine = { 
/**
 * The clock.
 */
clock: string, 
/**
 * Its case.
 */
case: string, 
/**
 * The case's number.
 */
number: string, 
/**
 * The patient.
 */
patientName: string, 
/**
 * What the case is about.
 */
about: string, 
/**
 * The clock's name.
 */
name: string, 
/**
 * The day by which to act now: the last safe day of a person's window, else the last day.
 */
from: string, 
/**
 * The same then.
 */
to: string, };
export type MovesView = { 
/**
 * How many would.
 */
total: number, 
/**
 * How many are open in all.
 */
open: number, 
/**
 * The first of them.
 */
lines: Array<MoveLine>, };
export type MyDay = { 
/**
 * Today.
 */
date: string, 
/**
 * How the day stands.
 */
sentence: string, 
/**
 * Late and due today.
 */
now: Array<DueLine>, 
/**
 * In the next seven days.
 */
week: Array<DueLine>, 
/**
 * How many more are late or due today than are listed.
 */
nowMore: number, 
/**
 * How many more are due this week than are listed.
 */
weekMore: number, };
export type NewPromise = { 
/**
 * What was promised.
 */
what: string, 
/**
 * By when.
 */
due: string, 
/**
 * To whom: a person's id; absent means the other side of the contact.
 */
to: string | null, };
export type NumberView = { 
/**
 * The rule.
 */
rule: string, 
/**
 * Its name.
 */
name: string, 
/**
 * The pack it is in.
 */
pack: string, 
/**
 * What is owed.
 */
task: string, 
/**
 * The number in force.
 */
length: LengthView, 
/**
 * The same in words.
 */
words: string, 
/**
 * Whether the rule has none to offer: until the office gives its own, its clock does not run.
 */
noDefault: boolean, 
/**
 * The number that came with the program.
 */
shipped: LengthView, 
/**
 * What a business day is called there.
 */
businessDay: string, 
/**
 * What guidance adds.
 */
guidance: string | null, 
/**
 * Where the rule is written.
 */
citation: string, 
/**
 * Where the office's policy says so.
 */
policy: string | null, 
/**
 * Who confirmed it.
 */
confirmed: ConfirmedView | null, 
/**
 * Whether it carries the badge.
 */
unverified: boolean, };
export type OfCase = { case: Id, };
export type OfficeState = "none" | "locked" | "unlocked" | "in_use_elsewhere" | "unreadable";
export type OfficeView = { 
/**
 * What it is called.
 */
name: string, 
/**
 * Which rule pack is in force. Chosen when the office is made.
 */
profile: string, 
/**
 * IANA time zone.
 */
timeZone: string, 
/**
 * The paper documents are laid out for.
 */
paper: Paper, 
/**
 * Minutes without a touch before it locks, 1 to 60.
 */
lockAfterMinutes: number, };
export type OneCase = { 
/**
 * The case.
 */
id: Id, };
export type OneClock = { id: Id, };
export type OneDraft = { key: string, };
export type OneEntry = { entry: Id, };
export type OneLeaflet = { 
/**
 * Its id.
 */
id: Id, };
export type OnePerson = { id: Id, };
export type OnePreview = { 
/**
 * The preview.
 */
token: string, };
export type OneRecord = { record: Id, };
export type OpenOffice = { name: string, profile: Profile, timeZone: string, sample: boolean, paper: Paper, };
export type OptionalRule = { 
/**
 * The rule.
 */
rule: string, 
/**
 * Its name.
 */
name: string, 
/**
 * The pack it is in.
 */
pack: string, 
/**
 * How long.
 */
length: string, 
/**
 * Where it is written.
 */
citation: string, 
/**
 * Whether it starts clocks here.
 */
on: boolean, };
export type Origin = "shipped" | "office";
export type Outcome = "upheld" | "partly_upheld" | "not_upheld" | "inconclusive" | "answered" | "passed_on" | "withdrawn";
export type OwnRow = { 
/**
 * Its id.
 */
id: string, 
/**
 * The name all its versions share.
 */
key: string, 
/**
 * BCP 47 tag.
 */
language: string, 
/**
 * What it is.
 */
purpose: Purpose, 
/**
 * Where it stands.
 */
state: LeafletState, 
/**
 * Its title.
 */
title: string, 
/**
 * The version that is out; 0 before the first.
 */
version: number, 
/**
 * Whether the draft differs from what is out.
 */
changed: boolean, 
/**
 * When to check it again.
 */
reviewBy: string | null, 
/**
 * Whether that day has come.
 */
reviewDue: boolean, 
/**
 * Whether it stands in for a shipped leaflet.
 */
adapted: boolean, 
/**
 * Whether the shipped leaflet has a newer version than the one it was adapted from.
 */
behind: boolean, };
export type OwnerName = { 
/**
 * Id.
 */
id: string, 
/**
 * Name.
 */
name: string, };
export type PackView = { 
/**
 * Code.
 */
id: string, 
/**
 * Name.
 */
name: string, 
/**
 * Where it holds.
 */
jurisdiction: string, 
/**
 * Version.
 */
version: string, 
/**
 * When somebody last compared it with its sources.
 */
reviewedOn: string, 
/**
 * What changed in this version.
 */
changes: string, 
/**
 * Whether it starts clocks in this office.
 */
inForce: boolean, 
/**
 * Whether it is the one the office was made for.
 */
own: boolean, 
/**
 * How many rules are in it.
 */
rules: number, 
/**
 * Whether the office corrected it itself.
 */
brought: boolean, };
export type Page<R> = { 
/**
 * The rows.
 */
rows: Array<R>, 
/**
 * Where the next page begins, or null at the end.
 */
next: string | null, 
/**
 * How many there are, up to 1,000.
 */
total: number, 
/**
 * Whether there are more than `total`: shown as "1,000+".
 */
capped: boolean, };
export type Paper = "letter" | "a4";
export type PartyRole = "patient" | "raised_by" | "relative" | "representative" | "staff" | "department" | "payer" | "other";
export type PauseClock = { id: Id, from: string, why: string, };
export type PersonForm = { 
/**
 * What they are to the office.
 */
kind: PersonKind, 
/**
 * Their name.
 */
name: PersonName, 
/**
 * What they want to be called.
 */
preferredName: string | null, 
/**
 * Their pronouns.
 */
pronouns: string | null, 
/**
 * Birth date.
 */
birthDate: string | null, 
/**
 * Date of death.
 */
deathDate: string | null, 
/**
 * The language they speak.
 */
spokenLanguage: string | null, 
/**
 * The language they read.
 */
writtenLanguage: string | null, 
/**
 * Whether they need an interpreter.
 */
interpreter: boolean, 
/**
 * Other communication needs.
 */
needs: string | null, 
/**
 * Record numbers.
 */
identifiers: Array<Labeled>, 
/**
 * Phones.
 */
phones: Array<Labeled>, 
/**
 * E-mail addresses.
 */
emails: Array<Labeled>, 
/**
 * Postal address.
 */
address: Address | null, 
/**
 * Ward or unit.
 */
unit: string | null, 
/**
 * Job title.
 */
title: string | null, 
/**
 * The organization they belong to: a person's id.
 */
memberOf: string | null, 
/**
 * Notes.
 */
notes: string | null, };
export type PersonKind = "patient" | "relative" | "representative" | "hospital_staff" | "department" | "organization" | "payer";
export type PersonName = { 
/**
 * "Dr."
 */
prefix: string | null, 
/**
 * First name.
 */
given: string | null, 
/**
 * Middle names.
 */
middle: string | null, 
/**
 * Last name.
 */
family: string | null, 
/**
 * "Jr."
 */
suffix: string | null, 
/**
 * The name of a department, organization or payer.
 */
whole: string | null, };
export type PersonRow = { 
/**
 * Id.
 */
id: string, 
/**
 * Kind.
 */
kind: PersonKind, 
/**
 * What they are called.
 */
name: string, 
/**
 * Job title and first record number.
 */
detail: string, 
/**
 * Birth date.
 */
birthDate: string | null, 
/**
 * Ward or unit.
 */
unit: string | null, 
/**
 * Open cases as the patient.
 */
openCases: number, };
export type PersonView = { 
/**
 * Id.
 */
id: string, 
/**
 * What they are called.
 */
name: string, 
/**
 * All that can be changed.
 */
form: PersonForm, 
/**
 * What they belong to is called this.
 */
memberOfName: string | null, 
/**
 * Stays, the latest first.
 */
stays: Array<Stay>, 
/**
 * Coverage.
 */
coverage: Array<Coverage>, 
/**
 * When they were added.
 */
createdAt: string, };
export type Preferences = { theme: "system" | "light" | "dark", contrast: "system" | "normal" | "more", 
/**
 * Per cent, 100 to 200.
 */
textScale: number, dates: "system" | "us" | "uk" | "iso", clock24: boolean, };
export type PreviewCase = { case: Id, kind: string | null, saidOn: string | null, receivedOn: string, };
export type PreviewDrop = { id: Id, };
export type PreviewEvent = { 
/**
 * The case.
 */
case: Id, 
/**
 * Which event.
 */
event: string, 
/**
 * The record, when one is moved.
 */
id: string | null, 
/**
 * When.
 */
at: string, 
/**
 * Whether something shows that it was then.
 */
shown: boolean, };
export type PreviewExtension = { id: Id, 
/**
 * The date that the notice gives; nothing means as long as the rule allows.
 */
to: string | null, };
export type PrintHanding = { 
/**
 * What.
 */
handing: Handing, };
export type PrintSummary = { 
/**
 * The case.
 */
case: Id, 
/**
 * The paper.
 */
paper: Paper, 
/**
 * Whom for.
 */
copy: Copy, 
/**
 * Why.
 */
reason: string, 
/**
 * To whom it goes.
 */
recipient: string, };
export type Profile = "us-hospital" | "us-ltc-ombudsman" | "us-insurance" | "uk-england" | "scotland" | "wales" | "northern-ireland" | "ireland" | "new-south-wales" | "ontario";
export type Progress = { 
/**
 * What is being done.
 */
what: string, 
/**
 * How much of it is done.
 */
done: number, 
/**
 * How much there is.
 */
total: number, 
/**
 * Whether it can be stopped.
 */
stoppable: boolean, };
export type PromiseView = { 
/**
 * Id.
 */
id: string, 
/**
 * The case.
 */
case: string, 
/**
 * What was promised.
 */
what: string, 
/**
 * By when.
 */
due: string, 
/**
 * To whom: a person's id.
 */
to: string | null, 
/**
 * To whom.
 */
toName: string, 
/**
 * By whom.
 */
madeBy: string, 
/**
 * When.
 */
madeOn: string, 
/**
 * How it stands.
 */
state: DueState, 
/**
 * Days from today.
 */
days: number, 
/**
 * The day it was kept.
 */
keptOn: string | null, 
/**
 * The contact that kept it.
 */
keptBy: string | null, };
export type PublishLeaflet = { 
/**
 * Which.
 */
id: Id, 
/**
 * What is different in this version.
 */
changed: string, };
export type Purpose = "leaflet" | "policy" | "procedure";
export type QuestionView = { 
/**
 * Code.
 */
id: string, 
/**
 * The question.
 */
asks: string, 
/**
 * What helps to answer it.
 */
help: string | null, 
/**
 * What can be answered.
 */
options: Array<ChoiceView>, };
export type QuestionsView = { 
/**
 * BCP 47 tag.
 */
language: string, 
/**
 * By kind of visit.
 */
visits: Array<VisitView>, };
export type ReachView = { 
/**
 * What they are called here.
 */
name: string | null, 
/**
 * Phone.
 */
phone: string | null, 
/**
 * Address.
 */
address: string | null, 
/**
 * Site.
 */
web: string | null, 
/**
 * When they are there.
 */
hours: string | null, };
export type Reached = "reached" | "left_message" | "no_answer";
export type ReadLeaflet = { 
/**
 * The name all its versions share.
 */
key: string, 
/**
 * BCP 47 tag.
 */
language: string, 
/**
 * The text that was handed out, to read it as it was then.
 */
textId: Id | null, };
export type ReadingView = { 
/**
 * How the case would be filed.
 */
kind: CaseKind, 
/**
 * What it would be called.
 */
called: string, 
/**
 * Why.
 */
sentence: string, 
/**
 * Where it is written.
 */
citation: string, 
/**
 * Whether nobody has confirmed it.
 */
unverified: boolean, };
export type RecordEvent = { case: Id, event: string, at: string, note: string | null, shownBy: string | null, };
export type Recount = { 
/**
 * Whether clocks are also started and stopped on all open cases, as after rules were switched
 * on or off.
 */
settle: boolean, };
export type Recounted = { 
/**
 * How many clocks were looked at.
 */
looked: number, 
/**
 * How many have another date now.
 */
moved: number, 
/**
 * How many cases were gone through.
 */
cases: number, };
export type RegisterRow = { 
/**
 * The leaflet.
 */
key: string, 
/**
 * Its title.
 */
title: string, 
/**
 * How often it was given.
 */
given: number, 
/**
 * How often with a teach-back.
 */
taught: number, 
/**
 * How many of those are still open.
 */
notYet: number, };
export type RegisterView = { 
/**
 * How many handouts.
 */
given: number, 
/**
 * To how many people.
 */
people: number, 
/**
 * How many had a teach-back.
 */
taught: number, 
/**
 * Of those, how many are still open.
 */
notYet: number, 
/**
 * By leaflet.
 */
leaflets: Array<RegisterRow>, 
/**
 * By topic.
 */
topics: Array<GroupCount>, 
/**
 * By language.
 */
languages: Array<GroupCount>, 
/**
 * By unit of the case; empty where there was none.
 */
units: Array<GroupCount>, 
/**
 * By way of giving.
 */
ways: Array<GroupCount>, };
export type RelatedView = { 
/**
 * The name all its versions share.
 */
key: string, 
/**
 * BCP 47 tag.
 */
language: string, 
/**
 * Its title.
 */
title: string, };
export type Relation = "self" | "spouse_or_partner" | "parent" | "child" | "sibling" | "other_relative" | "friend" | "representative" | "staff" | "other";
export type RemoveParty = { id: Id, reason: string, };
export type ReopenCase = { id: Id, reason: string, };
export type ResemblanceView = { 
/**
 * The kind it reads like.
 */
kind: CaseKind, 
/**
 * The rule's code.
 */
rule: string, 
/**
 * Why.
 */
sentence: string, };
export type RetireLeaflet = { 
/**
 * The name all its versions share.
 */
key: string, 
/**
 * BCP 47 tag.
 */
language: string, 
/**
 * Why.
 */
reason: string, };
export type RightView = { 
/**
 * A name that never changes.
 */
id: string, 
/**
 * What people read.
 */
name: string, };
export type Role = "advocate" | "supervisor" | "volunteer" | "auditor" | "admin";
export type RuleCheck = { 
/**
 * Its place on the page.
 */
at: string, 
/**
 * Under which key it is settled.
 */
key: string, 
/**
 * Everything its date rests on, as records keep it.
 */
terms: string, 
/**
 * Its name.
 */
name: string, 
/**
 * The pack it is in.
 */
pack: string, 
/**
 * The version of the pack, where that is one that only running clocks still go by.
 */
former: string | null, 
/**
 * What it says.
 */
says: string, 
/**
 * On whose word.
 */
authority: string, 
/**
 * Where it is written.
 */
citation: string, 
/**
 * Who checked it.
 */
confirmed: ConfirmedView | null, 
/**
 * What they compared it with.
 */
note: string | null, };
export type RuleView = { 
/**
 * Code.
 */
id: string, 
/**
 * Pack.
 */
pack: string, 
/**
 * Name.
 */
name: string, 
/**
 * How long.
 */
length: string, 
/**
 * What starts it.
 */
startsWhen: string, 
/**
 * On whose word.
 */
authority: string, 
/**
 * Where it is written.
 */
citation: string, 
/**
 * How sure the pack is of it.
 */
confidence: Confidence, 
/**
 * Whether it carries the badge.
 */
unverified: boolean, };
export type RulesView = { 
/**
 * Every pack.
 */
packs: Array<PackView>, 
/**
 * The numbers the office's policy sets.
 */
numbers: Array<NumberView>, 
/**
 * The rules of the law that somebody has to check, or did.
 */
checks: Array<RuleCheck>, 
/**
 * The rules that hold for some offices only.
 */
optional: Array<OptionalRule>, 
/**
 * The calendars of the packs in force.
 */
calendars: Array<CalendarView>, 
/**
 * What comes in later than this counts as received on the next business day.
 */
closes: string | null, 
/**
 * Who confirmed that.
 */
afterHours: ConfirmedView | null, 
/**
 * How many days before the last one a person is told to act.
 */
marginDays: number, 
/**
 * Who confirmed that.
 */
margin: ConfirmedView | null, 
/**
 * The days the office is closed besides the holidays.
 */
closed: Array<ClosedDay>, 
/**
 * The office's time zone.
 */
timeZone: string, };
export type SaveDraft = { key: string, title: string, body: unknown, };
export type SaveHanding = { 
/**
 * What.
 */
handing: Handing, 
/**
 * Where. Only from the command line; the window asks with the system's dialog.
 */
path: string | null, };
export type SaveSummary = { 
/**
 * The case.
 */
case: Id, 
/**
 * The paper.
 */
paper: Paper, 
/**
 * Whom for.
 */
copy: Copy, 
/**
 * Why.
 */
reason: string, 
/**
 * To whom it goes.
 */
recipient: string, 
/**
 * Where. Only from the command line; the window asks with the system's dialog.
 */
path: string | null, };
export type Saved = { 
/**
 * The file's name, without its folder.
 */
fileName: string, 
/**
 * SHA-256 of its bytes, in hex.
 */
sha256: string, 
/**
 * How many bytes.
 */
bytes: number, };
export type SearchLibrary = { 
/**
 * The words.
 */
text: string, };
export type Section = { 
/**
 * A name that stays the same in every language.
 */
id: string, 
/**
 * The heading.
 */
heading: string, 
/**
 * Whether it opens a paper of a stack, on a page of its own.
 */
opens: boolean, 
/**
 * Its own language when that is not the document's.
 */
language: string | null, 
/**
 * What stands in it.
 */
blocks: Array<Block>, };
export type SenseView = "deadline" | "bar" | "keep";
export type SetKeyring = { on: boolean, passphrase: string, };
export type SetRights = { 
/**
 * The case.
 */
case: Id, 
/**
 * Ids of rights.
 */
rights: Array<string>, };
export type SetStage = { id: Id, stage: Stage, };
export type Setting = "hospital" | "ombudsman" | "insurance" | "england";
export type SettleRules = { choices: Array<SettledInput>, };
export type SettledInput = { 
/**
 * What.
 */
key: string, 
/**
 * What it is set to: `10 business day`, `on`, `17:00`, `7`, the terms that were checked;
 * nothing takes it back.
 */
value: string | null, 
/**
 * Where the policy says so, or what was looked at.
 */
policy: string | null, 
/**
 * Whether the person who writes confirms it.
 */
confirmed: boolean, };
export type SheetForm = { 
/**
 * BCP 47 tag.
 */
language: string, 
/**
 * What the visit is about.
 */
visit: string | null, 
/**
 * The questions, in order.
 */
questions: Array<string>, };
export type SignKind = "clock_due" | "interim_needed" | "promise_passed" | "written_missing" | "issue_unanswered" | "no_evidence" | "number_missing" | "reads_like_grievance" | "nobody_answered" | "not_told_how";
export type SignLine = { 
/**
 * What kind of thing.
 */
kind: SignKind, 
/**
 * The case; nothing for what concerns the whole office.
 */
case: string | null, 
/**
 * Its number.
 */
number: string | null, 
/**
 * The patient.
 */
patientName: string | null, 
/**
 * What it is, in a line.
 */
title: string, 
/**
 * Why, in a sentence.
 */
why: string, 
/**
 * What to do next.
 */
next: string, 
/**
 * The rule behind it, and where it is written.
 */
rule: string | null, 
/**
 * The clock, promise or issue.
 */
subject: string | null, 
/**
 * The day by which to act.
 */
due: string | null, 
/**
 * How that day stands.
 */
state: DueState | null, 
/**
 * The first day on which it was to be noticed.
 */
since: string, };
export type SignsView = { 
/**
 * The lines, the most pressing first.
 */
lines: Array<SignLine>, 
/**
 * How many more there are.
 */
more: number, };
export type SimilarPerson = { 
/**
 * Who.
 */
person: PersonRow, 
/**
 * Why they may be the same.
 */
why: string, };
export type SimilarTo = { kind: PersonKind, name: PersonName, birthDate: string | null, identifiers: Array<Labeled>, except: string | null, };
export type SourceForm = { 
/**
 * What it is called.
 */
title: string, 
/**
 * Where in it.
 */
citation: string, 
/**
 * Who publishes it.
 */
publisher: string, };
export type SourceView = { 
/**
 * What it is called.
 */
title: string, 
/**
 * Where in it.
 */
citation: string, 
/**
 * Who publishes it.
 */
publisher: string, };
export type Stage = "new" | "triaged" | "acknowledged" | "investigating" | "awaiting" | "response_drafted" | "response_issued" | "follow_up" | "closed";
export type StartClockAgain = { id: Id, reason: string, };
export type Status = { state: OfficeState, 
/**
 * What keeps the office from being opened, in words.
 */
problem: string | null, version: string, sampleAvailable: boolean, 
/**
 * Whether somebody can unlock through this computer's key store.
 */
keyring: boolean, 
/**
 * Only while unlocked.
 */
office: OpenOffice | null, 
/**
 * Only while unlocked.
 */
person: Here | null, lockAfterMinutes: number, today: string, now: string, };
export type Stay = { 
/**
 * Id.
 */
id: string, 
/**
 * Ward or unit.
 */
unit: string | null, 
/**
 * Place.
 */
place: string | null, 
/**
 * First day.
 */
from: string | null, 
/**
 * Last day.
 */
to: string | null, 
/**
 * What kind of stay or visit.
 */
kind: string | null, };
export type StopClock = { id: Id, reason: string, };
export type StoppedClock = { 
/**
 * Id.
 */
id: string, 
/**
 * Name.
 */
name: string, 
/**
 * The day it was stopped.
 */
on: Day, 
/**
 * Why.
 */
reason: string, };
export type Suggestion = { passphrase: string, };
export type SuggestionView = { 
/**
 * The leaflet, in the language the person reads where there is one.
 */
leaflet: LeafletName, 
/**
 * Its title.
 */
title: string, 
/**
 * What it is about.
 */
about: string, 
/**
 * Whether the kind of case calls for it.
 */
byKind: boolean, 
/**
 * The rights at stake that it speaks of.
 */
byRights: Array<string>, 
/**
 * Whether the unit calls for it.
 */
byUnit: boolean, };
export type SummaryOptions = { 
/**
 * The case.
 */
case: Id, 
/**
 * The paper.
 */
paper: Paper, 
/**
 * Whom for.
 */
copy: Copy, };
export type TeachBack = { 
/**
 * The handout.
 */
handout: Id, 
/**
 * What was said back.
 */
form: TeachBackForm, };
export type TeachBackForm = { 
/**
 * Point by point.
 */
points: Array<TeachPoint>, 
/**
 * Whether an interpreter helped.
 */
interpreter: boolean, 
/**
 * Anything else.
 */
note: string, 
/**
 * The day to go over it again; needed when a point is not understood yet.
 */
againOn: string | null, };
export type TeachBackView = { 
/**
 * Its id.
 */
id: string, 
/**
 * When.
 */
at: string, 
/**
 * Who asked.
 */
by: string, 
/**
 * Point by point.
 */
points: Array<TeachPoint>, 
/**
 * Whether an interpreter helped.
 */
interpreter: boolean, 
/**
 * Anything else.
 */
note: string, };
export type TeachOutcome = "understood" | "retaught" | "not_yet";
export type TeachPoint = { 
/**
 * What was asked.
 */
ask: string, 
/**
 * How it went.
 */
outcome: TeachOutcome, 
/**
 * What the person said, in their own words.
 */
words: string, };
export type TermView = { 
/**
 * A name that never changes.
 */
id: string, 
/**
 * BCP 47 tag.
 */
language: string, 
/**
 * The word.
 */
term: string, 
/**
 * Other ways to write it.
 */
also: Array<string>, 
/**
 * What it means.
 */
means: string, };
export type TextSize = "12" | "14" | "18";
export type Topic = "rights" | "complaints" | "records" | "bills" | "insurance" | "going_home" | "choices" | "access" | "safety" | "long_term_care" | "england" | "office";
export type TranslationView = { 
/**
 * BCP 47 tag.
 */
language: string, 
/**
 * Its title there.
 */
title: string, 
/**
 * Its version.
 */
version: number, 
/**
 * Whether it is a translation of an older version.
 */
behind: boolean, };
export type Unlock = { name: string, passphrase: string, };
export type UnlockWithKeyring = { name: string, };
export type Urgency = "routine" | "soon" | "urgent";
export type VerifyReport = { ok: boolean, entries: number, steps: Array<VerifyStep>, firstFault: string | null, };
export type VerifyStep = { name: string, ok: boolean, words: string, };
export type VisitView = { 
/**
 * A name that never changes.
 */
id: string, 
/**
 * What people read.
 */
title: string, 
/**
 * The questions.
 */
questions: Array<string>, };
export type Way = "printed" | "large_print" | "read_aloud" | "emailed" | "sent";
export type WhenKnown = "day" | "minute";
export type WhichDays = { 
/**
 * The first.
 */
from: string, 
/**
 * The last.
 */
to: string, };
export type WhichHandouts = { 
/**
 * Of this person.
 */
person: Id | null, 
/**
 * In this case.
 */
case: Id | null, };
export type WhoForm = { 
/**
 * The slot.
 */
slot: string, 
/**
 * Why to turn to them.
 */
why: string, };
export type WriteLeaflet = { 
/**
 * Which; absent begins a new one.
 */
id: Id | null, 
/**
 * For a new one in another language: the key of the leaflet it translates.
 */
key: string | null, 
/**
 * What it holds.
 */
form: LeafletForm, };

export interface Contract {
  "advisor.ask": { input: AskAdvisor; output: AdvisorTurn };
  "advisor.checks": { input: null; output: Array<RuleCheck> };
  "advisor.classify": { input: Classify; output: Classified };
  "advisor.for_case": { input: DecisionsOf; output: CaseDecisions };
  "cases.add_issue": { input: AddIssue; output: CaseView };
  "cases.add_party": { input: AddParty; output: CaseView };
  "cases.change": { input: ChangeCase; output: CaseView };
  "cases.change_issue": { input: ChangeIssue; output: CaseView };
  "cases.close": { input: CloseCase; output: CaseView };
  "cases.counts": { input: null; output: CaseCounts };
  "cases.list": { input: ListCases; output: Page<CaseRow> };
  "cases.open": { input: CaseForm; output: CaseView };
  "cases.remove_party": { input: RemoveParty; output: CaseView };
  "cases.reopen": { input: ReopenCase; output: CaseView };
  "cases.set_stage": { input: SetStage; output: CaseView };
  "cases.view": { input: OneCase; output: CaseView };
  "clocks.bring_rules": { input: BringRules; output: RulesView };
  "clocks.drop_event": { input: DropEvent; output: CaseClocks };
  "clocks.events": { input: OfCase; output: EventsView };
  "clocks.explain": { input: OneClock; output: Explanation };
  "clocks.extend": { input: ExtendClock; output: CaseClocks };
  "clocks.for_case": { input: OfCase; output: CaseClocks };
  "clocks.keep_promise": { input: KeepPromise; output: CaseClocks };
  "clocks.meet": { input: MeetClock; output: CaseClocks };
  "clocks.move_event": { input: MoveEvent; output: CaseClocks };
  "clocks.my_day": { input: null; output: MyDay };
  "clocks.pause": { input: PauseClock; output: CaseClocks };
  "clocks.preview_case": { input: PreviewCase; output: Array<ClockChange> };
  "clocks.preview_drop": { input: PreviewDrop; output: Array<ClockChange> };
  "clocks.preview_event": { input: PreviewEvent; output: EventPreview };
  "clocks.preview_extension": { input: PreviewExtension; output: Array<ClockChange> };
  "clocks.preview_settings": { input: SettleRules; output: MovesView };
  "clocks.promise": { input: MakePromise; output: CaseClocks };
  "clocks.record_event": { input: RecordEvent; output: CaseClocks };
  "clocks.recount": { input: Recount; output: Recounted };
  "clocks.resume": { input: OneClock; output: CaseClocks };
  "clocks.rules": { input: null; output: Array<RuleView> };
  "clocks.settings": { input: null; output: RulesView };
  "clocks.settle_rules": { input: SettleRules; output: RulesView };
  "clocks.start_again": { input: StartClockAgain; output: CaseClocks };
  "clocks.stop": { input: StopClock; output: CaseClocks };
  "contacts.add": { input: AddContact; output: ContactView };
  "contacts.amend": { input: AmendContact; output: ContactView };
  "contacts.list": { input: ListContacts; output: Page<ContactView> };
  "drafts.drop": { input: OneDraft; output: null };
  "drafts.get": { input: OneDraft; output: Draft | null };
  "drafts.list": { input: null; output: Array<Draft> };
  "drafts.save": { input: SaveDraft; output: Draft };
  "education.adapt": { input: AdaptLeaflet; output: DraftView };
  "education.check": { input: CheckLeaflet; output: CheckView };
  "education.confirm_limit": { input: ConfirmLimit; output: Array<LimitEntry> };
  "education.draft": { input: OneLeaflet; output: DraftView };
  "education.fill_helper": { input: FillHelper; output: Array<HelperEntry> };
  "education.follow_ups": { input: null; output: Array<FollowUpView> };
  "education.give": { input: GiveLeaflets; output: Array<HandoutView> };
  "education.given": { input: WhichHandouts; output: GivenView };
  "education.glossary": { input: null; output: Array<TermView> };
  "education.helpers": { input: null; output: Array<HelperEntry> };
  "education.library": { input: null; output: LibraryView };
  "education.limits": { input: null; output: Array<LimitEntry> };
  "education.own": { input: null; output: Array<OwnRow> };
  "education.preview": { input: PrintHanding; output: Document };
  "education.print": { input: PrintHanding; output: null };
  "education.publish": { input: PublishLeaflet; output: DraftView };
  "education.questions": { input: null; output: Array<QuestionsView> };
  "education.read": { input: ReadLeaflet; output: LeafletView };
  "education.register": { input: WhichDays; output: RegisterView };
  "education.restore": { input: LeafletName; output: null };
  "education.retire": { input: RetireLeaflet; output: null };
  "education.save": { input: SaveHanding; output: Saved | null };
  "education.search": { input: SearchLibrary; output: Array<FoundLeaflet> };
  "education.set_rights": { input: SetRights; output: GivenView };
  "education.source": { input: LeafletName; output: LeafletForm };
  "education.teach_back": { input: TeachBack; output: HandoutView };
  "education.write": { input: WriteLeaflet; output: DraftView };
  "exports.preview": { input: SummaryOptions; output: Document };
  "exports.print": { input: PrintSummary; output: null };
  "exports.save": { input: SaveSummary; output: Saved | null };
  "journal.history": { input: OneRecord; output: Array<HistoryLine> };
  "journal.rebuild": { input: null; output: VerifyReport };
  "journal.undo": { input: OneEntry; output: null };
  "journal.verify": { input: null; output: VerifyReport };
  "office.change": { input: OfficeView; output: OfficeView };
  "office.progress": { input: null; output: Progress | null };
  "office.stop": { input: null; output: null };
  "office.view": { input: null; output: OfficeView };
  "people.add": { input: PersonForm; output: PersonView };
  "people.change": { input: ChangePerson; output: PersonView };
  "people.import_apply": { input: ApplyImport; output: ImportResult };
  "people.import_drop": { input: OnePreview; output: null };
  "people.import_preview": { input: ImportSource; output: ImportPreview | null };
  "people.list": { input: ListPeople; output: Page<PersonRow> };
  "people.similar": { input: SimilarTo; output: Array<SimilarPerson> };
  "people.view": { input: OnePerson; output: PersonView };
  "security.change_passphrase": { input: ChangePassphrase; output: null };
  "security.create": { input: CreateOffice; output: Status };
  "security.leave_sample": { input: null; output: Status };
  "security.lock": { input: null; output: Status };
  "security.open_sample": { input: null; output: Status };
  "security.preferences": { input: null; output: Preferences };
  "security.set_keyring": { input: SetKeyring; output: Status };
  "security.set_preferences": { input: Preferences; output: Preferences };
  "security.status": { input: null; output: Status };
  "security.suggest_passphrase": { input: null; output: Suggestion };
  "security.touch": { input: null; output: null };
  "security.unlock": { input: Unlock; output: Status };
  "security.unlock_with_keyring": { input: UnlockWithKeyring; output: Status };
  "watchers.for_case": { input: CaseSigns; output: Array<SignLine> };
  "watchers.list": { input: ListSigns; output: SignsView };
}
