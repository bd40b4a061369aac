/** Which part of the set-up is open; who can help when absent. */
export type SetupSearch = { part?: "numbers" };

export function readSetupSearch(raw: Record<string, unknown>): SetupSearch {
  return raw.part === "numbers" ? { part: "numbers" } : {};
}
