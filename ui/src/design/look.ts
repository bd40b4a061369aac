export type Look = {
  theme: "system" | "light" | "dark";
  contrast: "system" | "normal" | "more";
  textScale: number;
};

/** Puts a person's preferences on the root element; tokens.css does the rest. */
export function applyLook({ theme, contrast, textScale }: Look, root = document.documentElement) {
  mark(root, "theme", theme);
  mark(root, "contrast", contrast);
  root.style.fontSize = `${Math.min(200, Math.max(100, textScale))}%`;
}

function mark(root: HTMLElement, name: "theme" | "contrast", value: string): void {
  if (value === "system") delete root.dataset[name];
  else root.dataset[name] = value;
}
