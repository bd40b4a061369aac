import locales from "@react-aria/optimize-locales-plugin";
import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

/**
 * Writes every character beyond ASCII as its escape. WebKit then runs a script from the bytes it was
 * loaded as; one curly quote would make it keep a second copy of the whole, two bytes a character.
 */
function plainLetters(): Plugin {
  const escaped = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return {
    name: "plain-letters",
    generateBundle(_, bundle) {
      for (const part of Object.values(bundle)) {
        if (part.type !== "chunk") continue;
        // Raw text would show the escape itself.
        if (part.code.includes("String.raw")) this.error(`${part.fileName} uses String.raw`);
        part.code = part.code.replace(/[^\0-\x7f]/g, escaped);
      }
    },
  };
}

const ASKS_FOR_SIGNS =
  /new Intl\.NumberFormat\('de-DE', \{\s*signDisplay: 'exceptZero'\s*\}\)\.resolvedOptions\(\)\.signDisplay === 'exceptZero'/;

/**
 * Answers what the components ask of the browser as they load: whether numbers can show their sign.
 * All that the window runs in can. Asking makes WebKit read how German writes numbers, 1.2 MB.
 */
function knowsSigns(): Plugin {
  return {
    name: "knows-signs",
    apply: "build",
    transform(code, id) {
      if (!/@internationalized\/number\/.*NumberFormatter/.test(id)) return null;
      if (!ASKS_FOR_SIGNS.test(code))
        this.error("The components no longer ask for signs like this");
      return { code: code.replace(ASKS_FOR_SIGNS, "true"), map: null };
    },
  };
}

// The shipped build holds the two windows; the gallery is built apart and never ships.
export default defineConfig(({ mode }) => ({
  plugins: [
    react(),
    // What the components say themselves; dates in British or ISO order are in English, too.
    { ...locales.vite({ locales: ["en-US"] }), enforce: "pre" },
    knowsSigns(),
    plainLetters(),
  ],
  clearScreen: false,
  server: { host: "127.0.0.1", port: 5173, strictPort: true },
  build: {
    target: ["safari16.4", "chrome120"],
    outDir: mode === "gallery" ? "dist-gallery" : "dist",
    assetsInlineLimit: 0,
    // Everything loads from the disk it was installed on; splitting would only add waiting.
    chunkSizeWarningLimit: 2000,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: mode === "gallery" ? ["gallery.html"] : ["index.html", "lock.html"] },
  },
  css: { modules: { localsConvention: "camelCaseOnly" } },
  test: { include: ["src/**/*.test.ts"], environment: "node" },
}));
