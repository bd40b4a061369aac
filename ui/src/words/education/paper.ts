import type { TextSize } from "../../ipc/contract";
import type { Messages } from "../messages";
import { counted } from "../shown/format";

/** Words of leaflets on paper: the preview, printing and saving. */
export const paperWords = {
  title: "On paper",
  count: (n: number) => counted(n, "leaflet", "leaflets"),
  back: "Back to the leaflet",
  backToAll: "Back to the library",
  loading: "Setting the pages",
  failed: "This could not be put on paper.",
  again: "Try again",
  paper: "Paper",
  size: "Text size",
  sizes: {
    "12": "Usual",
    "14": "Larger",
    "18": "Large print",
  } satisfies Record<TextSize, string>,
  preview: (title: string) => `Preview: ${title}`,
  print: "Print",
  printing: "Opening the printer",
  printed: "Sent to the printer window.",
  save: "Save",
  saving: "Saving",
  give: "Hand out",
  saved: {
    title: "Saved on this computer",
    words: (file: string, size: string) =>
      `${file}, ${size}. It opens in any browser and prints from there.`,
  },
  contents: "In this order",
  up: (title: string) => `Move “${title}” up`,
  down: (title: string) => `Move “${title}” down`,
  out: (title: string) => `Take out “${title}”`,
  empty: "No leaflet is chosen yet.",
  choose: "Choose in the library",
} as const satisfies Messages;
