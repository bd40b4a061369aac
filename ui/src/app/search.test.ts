import { describe, expect, it } from "vitest";
import { readCase, readNewCase } from "./search";

const ID = "0192f0c1-2b3c-7d4e-8f50-123456789abc";

describe("an address", () => {
  it("names the patient of a new case", () => {
    expect(readNewCase({ patient: ID })).toEqual({ patient: ID });
  });

  it("names the clock a case opens at", () => {
    expect(readCase({ at: ID })).toEqual({ at: ID });
  });

  it("that was cut short names nobody", () => {
    expect(readNewCase({ patient: ID.slice(0, 20) })).toEqual({});
    expect(readCase({ at: 7 })).toEqual({});
  });
});
