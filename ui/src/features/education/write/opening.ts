import type { LeafletForm, Purpose } from "../../../ipc/contract";

/** What a new text is to be, and for a translation the leaflet it is of. */
export type NewSearch = { purpose?: Purpose; of?: string };

const PURPOSES: readonly Purpose[] = ["leaflet", "policy", "procedure"];

/** `/education/write/new?purpose=policy`, `/education/write/new?of=visitors` */
export function readNew(raw: Record<string, unknown>): NewSearch {
  const purpose = PURPOSES.find((one) => one === raw.purpose);
  const of = typeof raw.of === "string" && raw.of !== "" ? raw.of : undefined;
  return { ...(purpose === undefined ? {} : { purpose }), ...(of === undefined ? {} : { of }) };
}

/** The languages hospitals in the two countries are most often asked for. */
export const LANGUAGES = (
  "en es zh-Hans zh-Hant vi ar ru tl ko ht fr pt pl so am fa uk hi ur bn pa-Guru gu de it ja ne " +
  "sw ti ro tr he yi my km lo hmn"
).split(" ");

/** The form of a translation before a word of it is written, in a language that is missing yet. */
export function translationOf(
  source: LeafletForm,
  taken: readonly string[],
  reviewer: string,
): LeafletForm {
  const language = LANGUAGES.find((tag) => !taken.includes(tag)) ?? source.language;
  return { ...source, language, reviewer: reviewer === "" ? null : reviewer };
}

const OUTLINE = "## Your rights\n\n## What you can do now\n\n1. \n\n## Questions to ask\n\n- \n";

/** A text before anything is written: a leaflet begins with the headings people know. */
export function blankForm(purpose: Purpose, today: string, reviewer: string): LeafletForm {
  const isLeaflet = purpose === "leaflet";
  return {
    purpose,
    language: "en",
    title: "",
    about: "",
    topic: isLeaflet ? "rights" : "office",
    audiences: isLeaflet ? ["patient"] : ["staff"],
    settings: [],
    kinds: [],
    rights: [],
    units: [],
    related: [],
    sources: [],
    keyPoints: [],
    who: [],
    reviewed: today,
    reviewer: reviewer === "" ? null : reviewer,
    reviewBy: null,
    sourceVersion: null,
    link: null,
    body: isLeaflet ? OUTLINE : "",
  };
}

/** What the office is sent: empty rows are left out, and empty words are none. */
export function tidied(form: LeafletForm): LeafletForm {
  return {
    ...form,
    sources: form.sources.filter(({ title, citation }) => title.trim() + citation.trim() !== ""),
    keyPoints: form.keyPoints.filter(({ ask }) => ask.trim() !== ""),
    who: form.who.filter(({ slot }) => slot !== ""),
    reviewer: form.reviewer?.trim() ? form.reviewer : null,
    link: form.link?.trim() ? form.link : null,
    units: form.units.map((unit) => unit.trim()).filter(Boolean),
  };
}

/** Whether two texts say the same. */
export function isSame(one: LeafletForm, other: LeafletForm): boolean {
  return JSON.stringify(tidied(one)) === JSON.stringify(tidied(other));
}
