const NEAR = 0.8;

/** How many characters still fit, as people count them; fewer than none when there are too many. */
export function roomLeft(value: string, limit: number): number {
  let count = 0;
  for (const _ of value) count += 1;
  return limit - count;
}

/** Whether the room that is left begins to matter. */
export function isNearLimit(value: string, limit: number): boolean {
  const enough = limit * NEAR;
  return value.length >= enough && limit - roomLeft(value, limit) >= enough;
}

export function isOverLimit(value: string, limit: number | undefined): boolean {
  return limit !== undefined && value.length > limit && roomLeft(value, limit) < 0;
}
