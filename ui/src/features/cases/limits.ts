/** How many characters fit; the office decides, these only count down while typing. */
export const limits = { short: 200, line: 500, long: 20_000 } as const;
