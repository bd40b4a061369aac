/** The row with one of its members a place further up (-1) or down (1). */
export function moved<T>(row: readonly T[], place: number, by: -1 | 1): T[] {
  const to = place + by;
  const one = row[place];
  if (one === undefined || to < 0 || to >= row.length) return [...row];
  const rest = row.filter((_, at) => at !== place);
  return [...rest.slice(0, to), one, ...rest.slice(to)];
}
