/** Words and marks that stand for no value, and where they do. */
import { expect, test } from "vitest";
import { isIdPlaceholder, isPlaceholder } from "../../src/core/contact/placeholder.ts";

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

test("what may be a value is none: free text, names, options, tags", () => {
  for (const type of ["name", "text", "long_text", "tags", "single_choice", "address", "owner"] as const)
    expect([type, isPlaceholder("None", type)]).toEqual([type, false]);
});

test("neither is anything that merely begins like one", () => {
  for (const cell of ["none@example.com", "nope", "0", "unknown caller", "ann at example.com", "-5", "1-", ""])
    expect([cell, isPlaceholder(cell, "phone")]).toEqual([cell, false]);
});

test("of ids only what nobody gives out as one", () => {
  for (const cell of ["n/a", "NULL", "-", "(blank)", "undefined"]) expect(isIdPlaceholder(cell)).toBe(true);
  for (const cell of ["NA", "ND", "nc", "keine", "0", "007", "A-1"]) expect(isIdPlaceholder(cell)).toBe(false);
});
