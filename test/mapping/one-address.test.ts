/** C-D1: of several addresses in a file one is taken whole. */
import { expect, test } from "vitest";
import { propose, targetsOf } from "./propose.ts";

const OUTLOOK = [
  "Business Street",
  "Business City",
  "Business Postal Code",
  "Home Street",
  "Home City",
  "Home Postal Code",
];
const mapped = (headers: readonly string[], rows: readonly (readonly string[])[]): readonly string[] =>
  targetsOf(propose(headers, rows)).flatMap((target, at) => (target.startsWith("keep:") ? [] : [headers[at] ?? ""]));

const WORK = ["1 High St", "Rome", "00100"];
const HOME = ["2 Low St", "Oslo", "0150"];
const NONE = ["", "", ""];

test("C-D1: the address that most rows have is taken, with all its parts", () => {
  expect(mapped(OUTLOOK, [[...WORK, ...NONE]])).toEqual(OUTLOOK.slice(0, 3));
  expect(mapped(OUTLOOK, [[...NONE, ...HOME]])).toEqual(OUTLOOK.slice(3));
  expect(
    mapped(OUTLOOK, [
      [...WORK, ...HOME],
      [...NONE, ...HOME],
    ]),
  ).toEqual(OUTLOOK.slice(3));
});

test("C-D1: a part that the taken address lacks is not borrowed from another", () => {
  expect(mapped(OUTLOOK, [["1 High St", "Rome", "", "", "", "0150"]])).toEqual(OUTLOOK.slice(0, 3));
});

test("C-D1: an address without a word for a place is the contact's, and completes any other", () => {
  expect(mapped(["Street", "City", "Home City"], [["1 High St", "Rome", "Oslo"]])).toEqual(["Street", "City"]);
  expect(mapped(["Business Street", "Business City", "Country"], [["1 High St", "Rome", "IT"]])).toHaveLength(3);
});

test.each([
  ["Ville (bureau)", "city"],
  ["Werkadres, postcode", "postal_code"],
  ["Adres służbowy - ulica", "street"],
  ["Adres domowy - kraj/region", "country"],
  ["Provincia (uff.)", "state"],
  ["Calle del trabajo", "street"],
  ["CEP do endereço residencial", "postal_code"],
  ["Telefon (privat 2)", "phone"],
  ["Téléphone 2 (bureau)", "phone"],
  ["Telefoon thuis", "phone"],
  ["Work Fax", "keep:Work Fax"],
  ["Office Location", "keep:Office Location"],
  ["Business Street 2", "keep:Business Street 2"],
])("C-D2: %s is %s beside its word for a place", (header, target) => {
  expect(targetsOf(propose([header]))).toEqual([target]);
});
