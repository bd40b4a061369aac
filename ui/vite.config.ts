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

// The shipped build holds the two windows; the gallery is built apart and never ships.
export default defineConfig(({ mode }) => ({
  plugins: [
    react(),
    // What the components say themselves; dates in British or ISO order are in English, too.
    { ...locales.vite({ locales: ["en-US"] }), enforce: "pre" },
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
