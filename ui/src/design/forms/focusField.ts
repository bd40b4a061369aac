const FOCUSABLE =
  "input:not([type=hidden], [tabindex='-1']), textarea, [role=spinbutton], button, [tabindex='0']";

/**
 * Moves focus to the field an error speaks of.
 * The office may name a part ("phones.0.value") of what the form shows as one field ("phones").
 */
export function focusField(form: HTMLElement | null, field: string): void {
  for (const path of pathsOf(field)) {
    const shown = form?.querySelector<HTMLElement>(`[data-field="${CSS.escape(path)}"]`);
    const target = shown?.querySelector<HTMLElement>(FOCUSABLE);
    if (!target) continue;
    target.focus();
    target.scrollIntoView({ block: "center" });
    return;
  }
}

/** "phones.0.value", "phones.0", "phones". */
export function pathsOf(field: string): string[] {
  const parts = field.split(".");
  return parts.map((_, dropped) => parts.slice(0, parts.length - dropped).join("."));
}
