import type { LeafletForm, Purpose } from "../../../ipc/contract";

export type NewSearch = { purpose?: Purpose };

const PURPOSES: readonly Purpose[] = ["leaflet", "policy", "procedure"];

/** `/education/write/new?purpose=policy` */
export function readNew(raw: Record<string, unknown>): NewSearch {
  const purpose = PURPOSES.find((one) => one === raw.purpose);
  return purpose === undefined ? {} : { purpose };
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
