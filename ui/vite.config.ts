import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

// The shipped build holds the two windows; the gallery is built apart and never ships.
export default defineConfig(({ mode }) => ({
  plugins: [react()],
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
