/** What the office takes, in characters. */
export const limits = { line: 500, short: 200, long: 20_000, body: 60_000 } as const;
