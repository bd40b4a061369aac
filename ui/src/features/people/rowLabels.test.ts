import { describe, expect, it } from "vitest";
import { byLabel, labelWords } from "./rowLabels";

describe("the label of a phone", () => {
  it("reads the same whoever wrote it", () => {
    expect(labelWords("phones", "home")).toBe("Home");
    expect(labelWords("phones", "HOME")).toBe("Home");
  });

  it("stays as written when it is one of their own", () => {
    expect(labelWords("phones", "neighbor")).toBe("neighbor");
  });

  it("stands once above all phones that share it", () => {
    const rows = [
      { label: "home", value: "1" },
      { label: "Work", value: "2" },
      { label: "Home", value: "3" },
    ];
    expect(byLabel("phones", rows)).toEqual([
      { label: "Home", values: ["1", "3"] },
      { label: "Work", values: ["2"] },
    ]);
  });
});
