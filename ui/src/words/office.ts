import type { Messages } from "./messages";

export const officeWords = {
  settings: "Settings",
  sections: {
    label: "Settings",
    office: "Office",
    appearance: "Appearance",
    passphrase: "Passphrase",
    check: "Check this office",
    about: "About",
  },
  office: {
    title: "Office",
    lead: "Everyone who works in this office sees the same.",
    name: "Name of the office",
    nameHint: "Stands at the head of letters and summaries.",
    zone: "Time zone",
    zoneHint: "Days begin and end by this clock. Dates already counted stay as they are.",
    zoneNone: "No time zone by that name.",
    paper: "Paper",
    lockAfter: "Lock when nobody is here for",
    lockHint: "From 1 to 60 minutes without a key or the mouse. Short is safer on a ward.",
    minutes: "minutes",
    rules: "Rules",
    save: "Save",
    saving: "Saving",
    problem: "The office was not changed",
    done: "The office is changed.",
    draftTitle: "Office settings",
  },
  about: {
    title: "About",
    version: "Version",
    office: "Office",
    kind: "Rules",
    where: "Where it is kept",
    whereWords: "In one encrypted file on this laptop. Bedside opens no network connection.",
    not: "What it does not protect against",
    notWords:
      "Someone who watches you type, a program that already runs on this laptop with your rights, and copies you export: those are not encrypted.",
    license: "License",
    licenseWords: "Apache License 2.0",
    sample: "Sample office",
    sampleWords:
      "There is a sample office to try things out in, with people who are made up. Lock this office; the lock screen leads there.",
  },
  loading: "Loading the settings",
} as const satisfies Messages;
