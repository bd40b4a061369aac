import type { Draft } from "../../ipc/contract";

const SHOWN = 120;

/** Drafts of forms; other keys are places the window keeps for itself. */
export function formDrafts(drafts: readonly Draft[]): Draft[] {
  return drafts.filter(({ key }) => key.startsWith("/"));
}

/** The first words somebody wrote in a draft, so that two of the same title can be told apart. */
export function firstWords(body: unknown): string {
  const found = sentences(body).sort((one, other) => other.length - one.length)[0] ?? "";
  return found.length > SHOWN ? `${found.slice(0, SHOWN).trimEnd()}…` : found;
}

// Ids, dates and choices are strings too; only what reads like writing has letters and no shape.
function sentences(body: unknown): string[] {
  if (typeof body === "string") return isWriting(body) ? [body.trim()] : [];
  if (typeof body !== "object" || body === null) return [];
  return Object.values(body).flatMap(sentences);
}

function isWriting(text: string): boolean {
  const trimmed = text.trim();
  const isCode = /^[a-z_]+$/.test(trimmed) || /^[0-9a-f-]{36}$/i.test(trimmed);
  return /\p{Letter}/u.test(trimmed) && !isCode && !/^\d{4}-\d{2}-\d{2}/.test(trimmed);
}
