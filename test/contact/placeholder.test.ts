/** Words and marks that stand for no value, and where they do. */
import { expect, test } from "vitest";
import { BUILTIN_FIELDS } from "../../src/core/contact/builtin-fields.ts";
import { isPlaceholder, placeholderIn } from "../../src/core/contact/placeholder.ts";

test.each([
  ["marks", ["-", "--", "---", "–", "—", ".", "...", "/", "?", "***", "_"]],
  [
    "English",
    ["n/a", "N/A", "NA", "n.a.", "none", "NULL", "null", "NaN", "(blank)", "<null>", "[none]", "unknown", "-none-"],
  ],
  ["German", ["keine", "Keine Angabe", "k.A.", "k. A.", "unbekannt", "entfällt"]],
  ["French", ["néant", "aucun", "non renseigné", "N/C", "s/o", "ne\u0301ant"]],
  ["Spanish", ["ninguno", "Sin datos", "s/d", "desconocido"]],
  ["Italian and Portuguese", ["nessuno", "n.d.", "nenhum", "não informado"]],
  ["Dutch and Polish", ["geen", "n.v.t.", "onbekend", "brak", "brak danych"]],
  ["spaces around", ["  n/a ", "\u00a0-\u200b"]],
])("%s", (_, cells) => {
  for (const cell of cells) expect([cell, isPlaceholder(cell, "email")]).toEqual([cell, true]);
});

test.each(["full_name", "phone", "account_name", "city"])("so does an advertiser's trial of a form: %s", (key) => {
  const field = BUILTIN_FIELDS.find((one) => one.key === key);
  if (field === undefined) throw new Error(key);
  const cell = `<test lead: dummy data for ${key}_of_the_form>`;
  expect(placeholderIn(field, { typed: false })?.(cell) ?? isPlaceholder(cell, field.type)).toBe(true);
});

test("what may be a value is none: free text, names, options, tags", () => {
  for (const type of ["name", "text", "long_text", "tags", "single_choice", "address", "owner"] as const)
    expect([type, isPlaceholder("None", type)]).toEqual([type, false]);
});

test("neither is anything that merely begins like one", () => {
  for (const cell of ["none@example.com", "nope", "0", "unknown caller", "ann at example.com", "-5", "1-", ""])
    expect([cell, isPlaceholder(cell, "phone")]).toEqual([cell, false]);
});

const asks = (key: string, typed = false): ((raw: string) => boolean) => {
  const field = BUILTIN_FIELDS.find((one) => one.key === key);
  if (field === undefined) throw new Error(`no field ${key}`);
  return placeholderIn(field, { typed }) ?? (() => false);
};

test("of ids only what nobody gives out as one", () => {
  const isPlaceholderId = asks("external_id");
  for (const cell of ["n/a", "NULL", "-", "(blank)", "undefined", "\\N"])
    expect([cell, isPlaceholderId(cell)]).toEqual([cell, true]);
  for (const cell of ["NA", "ND", "nc", "keine", "0", "007", "A-1"])
    expect([cell, isPlaceholderId(cell)]).toEqual([cell, false]);
});

test.each([
  [
    ["account_name", "job_title", "city", "state"],
    ["n/a", "N/A ", "NULL", "\\N", "-", "--", "(none)", "Unknown", "N/C", "<null>", "[blank]", "sin datos"],
  ],
  [
    ["full_name", "first_name"],
    ["-", ".", "n/a", "NULL", "\\N", "No name"],
  ],
  [["last_name"], ["-", "?", "n/a", "\\N"]],
  [
    ["street", "tags", "notes"],
    ["-", "n/a", "NULL", "\\N"],
  ],
])("in %j", (keys, cells) => {
  for (const key of keys) for (const cell of cells) expect([key, cell, asks(key)(cell)]).toEqual([key, cell, true]);
});

test.each([
  [
    ["account_name", "city", "state", "job_title"],
    ["Leer", "Ohne", "Nan", "Blank", "Missing", "NC", "ND", "NA", "N.V.", "Nullwert AG", "Acme"],
  ],
  [["last_name"], ["Null", "None", "NULL", "Unknown"]],
  [["city"], ["None", "Aucun"]],
  [["account_name"], ["NVT", "TBA"]],
  [
    ["full_name", "first_name"],
    ["None", "Nil", "Nan", "Null Lee", "K.A.", "K. A."],
  ],
  [
    ["phone_verification_result", "phone_type"],
    ["unknown", "none", "-"],
  ],
])("what somebody or a place may be called is none: %j", (keys, cells) => {
  for (const key of keys) for (const cell of cells) expect([key, cell, asks(key)(cell)]).toEqual([key, cell, false]);
});

test("whoever chooses the field means what they type", () => {
  for (const key of ["job_title", "account_name", "full_name"])
    expect([key, asks(key, true)("-")]).toEqual([key, false]);
});
