import { describe, expect, it } from "vitest";
import { isCalled, languageFor } from "./language";

describe("the language of a handout", () => {
  it("is the one the person reads, however it was written down", () => {
    expect(languageFor(["en", "es"], "Spanish")).toBe("es");
    expect(languageFor(["en", "es"], "español")).toBe("es");
    expect(languageFor(["en", "es"], "es-MX")).toBe("es");
    expect(languageFor(["en", "zh-Hans"], "Chinese (simplified)")).toBe("zh-Hans");
    expect(languageFor(["en", "pt-BR"], "Portuguese")).toBe("pt-BR");
  });

  it("is English when there is none, or nobody knows what they read", () => {
    expect(languageFor(["es", "en"], "Amharic")).toBe("en");
    expect(languageFor(["es", "en"], null)).toBe("en");
    expect(languageFor(["es"], null)).toBe("es");
    expect(languageFor([], "Spanish")).toBe("en");
  });

  it("does not take one language for another", () => {
    expect(isCalled("es", "Portuguese")).toBe(false);
    expect(isCalled("en", "")).toBe(false);
  });
});
