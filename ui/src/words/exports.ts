import type { Messages } from "./messages";

/** Words of the case summary: the preview, printing and saving. */
export const exportsWords = {
  title: "Case summary",
  back: "Back to the case",
  loading: "Writing the summary",
  failed: "The summary could not be written.",
  again: "Try again",
  options: "How it is written",
  paper: "Paper",
  copy: "Copy",
  copyHint: {
    full: "Everything in the case, for the office and those who may see all of it.",
    patient: "For the patient: no names of staff notes or of people who may not be told.",
  },
  print: "Print…",
  save: "Save…",
  preview: (title: string) => `Preview: ${title}`,
  head: "This summary",
  dialog: {
    printTitle: "Print the summary",
    saveTitle: "Save the summary",
    warningTitle: "The copy is not encrypted",
    warning:
      "Anyone who gets the file or the paper can read it. What you write here goes into the history of the case.",
    reason: "Why you need it",
    reasonHint: "For example: the patient asked for it.",
    recipient: "Who it is for",
    recipientHint: "A person or an office.",
    print: "Print",
    printing: "Opening the printer",
    save: "Choose where to save",
    saving: "Saving",
    problem: "Nothing left the office",
  },
  saved: {
    title: "Saved on this laptop",
    words:
      "The copy you exported is not encrypted; anyone who gets the file can read it. Its fingerprint is in the history of the case.",
    file: "File",
    size: "Size",
    hash: "SHA-256 fingerprint",
  },
  printed: "Sent to the printer window. The history of the case says why and for whom.",
} as const satisfies Messages;
