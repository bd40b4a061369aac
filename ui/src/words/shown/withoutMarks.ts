/** Unseen marks that turn the direction of what follows, so that one text can pose as another. */
const MARKS = /[\u202a-\u202e\u2066-\u2069]/g;

/** Text in the order it was written. The record keeps the marks; on the screen they do not act. */
export function withoutMarks(text: string): string {
  return text.replace(MARKS, "");
}
