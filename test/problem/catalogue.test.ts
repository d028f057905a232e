/** The catalogue's words, and the pages made of them. */
import { describe, expect, test } from "vitest";
import { stalePages } from "../../docs/generate.ts";
import { parseMappingOverride } from "../../src/core/mapping/mapping-override.ts";
import { catalogue, type ProblemCode } from "../../src/core/problem/catalogue.ts";
import type { CatalogueEntry } from "../../src/core/problem/catalogue-entry.ts";

const ENTRIES = Object.entries<CatalogueEntry>(catalogue);

describe.each(ENTRIES)("%s", (_code, { title, cause, fix }) => {
  test("has a title, a cause and a fix in whole sentences", () => {
    expect(title.trim()).not.toBe("");
    expect(cause).toMatch(/^[A-Z].*\.$/s);
    expect(fix).toMatch(/^[A-Z].*\.$/s);
  });
});

/** Words that other CRMs show for the same thing: whoever searches for them finds them here. */
const TITLES: readonly (readonly [ProblemCode, string])[] = [
  ["required_fields_missing", "Required fields to create/update contacts are missing"],
  ["duplicate_phone", "Duplicate phone found"],
  ["duplicate_email", "Duplicate email found"],
  ["contact_not_in_workspace", "Contact is not valid or not in your sub-account"],
  ["phone_unreadable", "Could not read the phone number"],
  ["date_unreadable", "Could not read the date"],
  ["email_invalid", "Invalid email address"],
  ["account_manager_not_found", "Account manager not found; check the email."],
  [
    "columns_unmapped",
    "Please ensure all mandatory fields are mapped. To proceed, either map all fields or choose Don't import data for unmapped columns.",
  ],
];
test.each(TITLES)("%s is called %j", (code, title) => expect(catalogue[code].title).toBe(title));

test("what a row cannot do without is an error, what an optional cell holds a warning", () => {
  expect(catalogue.email_invalid.kind).toBe("row");
  expect(catalogue.account_mismatch.kind).toBe("row");
  expect(catalogue.date_unreadable.kind).toBe("cell");
  expect(catalogue.field_owned_by_source.kind).toBe("cell");
});

test("the generated pages say what the code says (npm run docs)", async () => {
  expect((await stalePages()).map((page) => page.path)).toEqual([]);
});

test("whoever has other words than yes and no is told how the mapping says what they mean", () => {
  const [, map = ""] = /--map '(.*)'/.exec(catalogue.yes_no_unreadable.fix) ?? [];
  expect(parseMappingOverride(map)).toMatchObject({ ok: true, value: { values: [["word", "yes"]] } });
});
