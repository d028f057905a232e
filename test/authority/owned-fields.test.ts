/** Who owns what, for each set of sources: the receivables system's table, and what lies beside it. */
import { describe, expect, test } from "vitest";
import { RECEIVABLES_MATRIX } from "../../src/core/authority/authority-matrix.ts";
import { groupOwners } from "../../src/core/authority/owned-fields.ts";
import type { Source } from "../../src/core/authority/source.ts";

const native: Source = { name: "QuickBooks", kind: "native_integration", options: [] };
const main: Source = { name: "Xero", kind: "native_integration", options: ["isMain"] };
const api: Source = { name: "ERP", kind: "api", options: [] };
const overruling: Source = { name: "Feed", kind: "api", options: ["overrules"] };
const salesforce: Source = { name: "Cloud", kind: "salesforce", options: [] };

/** `main_information: QuickBooks`, one a group that imports may not write. */
const owned = (sources: readonly Source[], rules = { authority: true, authorityMatrix: RECEIVABLES_MATRIX }) =>
  [...groupOwners(rules, sources).values()].map(({ group, sources: names }) => `${group}: ${names.join(" and ")}`);

describe("the matrix (C-F5)", () => {
  test.for<{ readonly sources: readonly Source[]; readonly owned: readonly string[] }>([
    { sources: [], owned: [] },
    { sources: [native], owned: ["main_information: QuickBooks"] },
    { sources: [main], owned: ["main_information: Xero", "is_main: Xero"] },
    { sources: [api], owned: [] },
    { sources: [overruling], owned: ["main_information: Feed", "positions: Feed", "is_main: Feed"] },
    { sources: [salesforce], owned: ["main_information: Cloud"] },
    { sources: [salesforce, native], owned: ["main_information: QuickBooks"] },
    { sources: [salesforce, main], owned: ["main_information: Xero", "is_main: Xero"] },
    { sources: [salesforce, api], owned: ["main_information: Cloud"] },
    { sources: [salesforce, overruling], owned: ["main_information: Cloud", "positions: Feed"] },
    // Sets that have no row of their own: the strictest of the rows that apply.
    { sources: [native, api], owned: ["main_information: QuickBooks"] },
    {
      sources: [native, overruling],
      owned: ["main_information: QuickBooks and Feed", "positions: Feed", "is_main: Feed"],
    },
    // Two of a kind: the one whose option is on owns what the option is about.
    { sources: [native, main], owned: ["main_information: QuickBooks and Xero", "is_main: Xero"] },
  ])("$sources", ({ sources, owned: expected }) => expect(owned(sources)).toEqual(expected));

  test("owns nothing where authority is off, or no row applies", () => {
    expect(owned([native], { authority: false, authorityMatrix: RECEIVABLES_MATRIX })).toEqual([]);
    expect(owned([native], { authority: true, authorityMatrix: [] })).toEqual([]);
  });
});
