import type { MyDay, SignLine } from "../../ipc/contract";

/** What stands on My day already: the clocks and promises that are late, due, or due this week. */
export function shownOn(day: MyDay | undefined): ReadonlySet<string> {
  const lines = [...(day?.now ?? []), ...(day?.week ?? [])];
  return new Set(lines.flatMap((line) => [line.clock, line.promise].filter((id) => id !== null)));
}

/** The lines that say something My day does not say yet. */
export function besides(lines: readonly SignLine[], shown: ReadonlySet<string>): SignLine[] {
  return lines.filter((line) => {
    const isDue = line.kind === "clock_due" || line.kind === "interim_needed";
    const isSaid = isDue || line.kind === "promise_passed";
    return !(isSaid && line.subject !== null && shown.has(line.subject));
  });
}

/** What a case says of itself beside its clocks, its promises and the advisor's notice. */
export function ofCase(lines: readonly SignLine[]): SignLine[] {
  const said = new Set(["clock_due", "promise_passed", "reads_like_grievance"]);
  const left = lines.filter((line) => !said.has(line.kind));
  // What is running out comes before what only has to be written down.
  const late = (line: SignLine) => Number(line.kind === "not_told_how");
  return left.sort((one, other) => late(one) - late(other));
}

/** Where a line leads: to its case, or to the office's rules. */
export function addressOf(line: SignLine): string {
  return line.case === null ? "/settings/rules" : `/cases/${line.case}`;
}

export function keyOf(line: SignLine): string {
  return [line.kind, line.case, line.subject, line.rule].join(" ");
}
