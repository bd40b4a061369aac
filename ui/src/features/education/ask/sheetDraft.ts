/** A question on the list; only what is chosen stands on the sheet. */
export type AskLine = { text: string; isChosen: boolean; isOwn: boolean };

/** What is kept of a sheet while it is put together. */
export type SheetDraft = {
  /** Where the questions come from: `visit:<id>:<language>` or `leaflet:<key>:<language>`. */
  source: string;
  lines: AskLine[];
  /** A question of their own, still being written. */
  adding: string;
};

export const NO_SHEET: SheetDraft = { source: "", lines: [], adding: "" };

/** The lines of a source: its questions, all chosen, and what somebody added themselves. */
export function linesFrom(questions: readonly string[], was: readonly AskLine[]): AskLine[] {
  const given = questions.map((text) => ({ text, isChosen: true, isOwn: false }));
  const own = was.filter(({ isOwn, text }) => isOwn && !questions.includes(text));
  return [...given, ...own];
}

export function chosenIn(lines: readonly AskLine[]): string[] {
  return lines.filter(({ isChosen }) => isChosen).map(({ text }) => text);
}

/** Ticks or unticks one question, or all of them. */
export function ticked(lines: readonly AskLine[], isChosen: boolean, text?: string): AskLine[] {
  return lines.map((line) =>
    text === undefined || line.text === text ? { ...line, isChosen } : line,
  );
}

export function withOwn(lines: readonly AskLine[], text: string): AskLine[] {
  return [...lines, { text: text.trim(), isChosen: true, isOwn: true }];
}

/** Whether the same question is on the list already, however it was typed. */
export function isThere(lines: readonly AskLine[], text: string): boolean {
  const folded = text.trim().toLowerCase();
  return lines.some((line) => line.text.trim().toLowerCase() === folded);
}
