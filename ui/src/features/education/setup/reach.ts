import type { FillHelper, HelperEntry } from "../../../ipc/contract";

/** How somebody is reached, as a form holds it. */
export type ReachForm = { [K in Exclude<keyof FillHelper, "slot">]: string };

export function formOf({ reach }: Pick<HelperEntry, "reach">): ReachForm {
  return {
    name: reach?.name ?? "",
    phone: reach?.phone ?? "",
    address: reach?.address ?? "",
    web: reach?.web ?? "",
    hours: reach?.hours ?? "",
  };
}

export function inputOf(slot: string, form: ReachForm): FillHelper {
  return {
    slot,
    name: orNull(form.name),
    phone: orNull(form.phone),
    address: orNull(form.address),
    web: orNull(form.web),
    hours: orNull(form.hours),
  };
}

/** What is filled in here, and the public number and site where nothing is. */
export function withSuggestion(
  helper: Pick<HelperEntry, "slot" | "reach" | "suggestedPhone" | "suggestedWeb">,
): FillHelper {
  const form = formOf(helper);
  return inputOf(helper.slot, {
    ...form,
    phone: form.phone || (helper.suggestedPhone ?? ""),
    web: form.web || (helper.suggestedWeb ?? ""),
  });
}

function orNull(text: string): string | null {
  return text.trim() === "" ? null : text.trim();
}
