/**
 * Which of `count` choices in a row a key leads to from the one `at`, round the ends; null for a key
 * that leads nowhere. `isFlipped` where the row reads from right to left.
 */
export function nextOf(key: string, at: number, count: number, isFlipped: boolean): number | null {
  if (at < 0 || count === 0) return null;
  const step = stepOf(key, isFlipped);
  if (step !== null) return (at + step + count) % count;
  if (key === "Home") return 0;
  return key === "End" ? count - 1 : null;
}

function stepOf(key: string, isFlipped: boolean): 1 | -1 | null {
  if (key === "ArrowDown") return 1;
  if (key === "ArrowUp") return -1;
  if (key === "ArrowRight") return isFlipped ? -1 : 1;
  if (key === "ArrowLeft") return isFlipped ? 1 : -1;
  return null;
}
