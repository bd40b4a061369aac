export type Part = { words: string; isFound: boolean };

/** A line cut where the words stand that were looked for. */
export function markedParts(line: string, text: string): Part[] {
  const words = text.split(/\s+/).filter((word) => word !== "");
  if (words.length === 0) return [{ words: line, isFound: false }];
  const any = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
  return line
    .split(new RegExp(`(${any})`, "giu"))
    .map((part, place) => ({ words: part, isFound: place % 2 === 1 }))
    .filter((part) => part.words !== "");
}
