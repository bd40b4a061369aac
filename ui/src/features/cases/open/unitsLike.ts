/** The units whose name holds what was typed; all of them when one is already written in full. */
export function unitsLike(units: readonly string[], typed: string): string[] {
  const wanted = folded(typed);
  if (wanted === "" || units.some((unit) => folded(unit) === wanted)) return [...units];
  return units.filter((unit) => folded(unit).includes(wanted));
}

function folded(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
}
