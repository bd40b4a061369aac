/** How many characters fit; the office decides, these only count down while typing. */
export const limits = { line: 500 } as const;
