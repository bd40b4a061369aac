import { describe, expect, it } from "vitest";
import { reasonsOf } from "./useReasons";

const RIGHTS = [
  { id: "access", name: "To see and copy your record" },
  { id: "privacy", name: "To privacy" },
  { id: "residents", name: "The rights of nursing-home residents" },
];
const MATTER = { kind: "records", unit: "4 West" } as const;

describe("why a leaflet is suggested", () => {
  it("names the right at stake first, then the ward, then the kind of case", () => {
    const reasons = reasonsOf({ byRights: ["access"], byUnit: true, byKind: true }, RIGHTS, MATTER);
    expect(reasons).toEqual([
      "At stake: the right to see and copy your record",
      "Ward: 4 West",
      "This is a records case",
    ]);
  });

  it("names two rights and counts the others", () => {
    const byRights = ["access", "privacy", "residents"];
    const [reason] = reasonsOf({ byRights, byUnit: false, byKind: false }, RIGHTS, MATTER);
    expect(reason).toContain("the right to privacy, and 1 more");
  });

  it("says nothing of a kind it does not know", () => {
    const matter = { kind: null, unit: "" };
    expect(reasonsOf({ byRights: [], byUnit: false, byKind: true }, RIGHTS, matter)).toEqual([]);
  });
});
