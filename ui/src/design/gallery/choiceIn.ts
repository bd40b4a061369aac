import type { Look } from "../look";

export type GalleryChoice = Look & {
  /** Decides how date fields ask. */
  locale: string;
  /** Show only this part; empty for all. */
  part: string;
  /** The overlay that stands open. */
  open: string;
};

const THEMES = ["system", "light", "dark"] as const;
const CONTRASTS = ["system", "normal", "more"] as const;

/** Reads `?theme=dark&contrast=more&scale=200&part=fields&open=dialog`. */
export function choiceIn(search: string): GalleryChoice {
  const asked = new URLSearchParams(search);
  const scale = Number(asked.get("scale") ?? 100);
  return {
    theme: THEMES.find((one) => one === asked.get("theme")) ?? "system",
    contrast: CONTRASTS.find((one) => one === asked.get("contrast")) ?? "system",
    textScale: Number.isFinite(scale) ? scale : 100,
    locale: asked.get("locale") ?? "en-US",
    part: asked.get("part") ?? "",
    open: asked.get("open") ?? "",
  };
}

/** The address that shows another choice. */
export function addressOf(choice: GalleryChoice): string {
  const { theme, contrast, textScale, locale, part, open } = choice;
  const asked = new URLSearchParams({ theme, contrast, scale: String(textScale), locale });
  if (part) asked.set("part", part);
  if (open) asked.set("open", open);
  return `?${asked}`;
}
