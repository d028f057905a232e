/** The clean tables that the pollutions start from: contacts, and a price list as the Pollock benchmark has. */
import type { HardCase } from "./hard-case.ts";

export type CleanTable = Pick<HardCase, "header" | "rows"> & {
  readonly name: string;
  readonly header: readonly string[];
};

const FIRST = ["Ann", "Bob", "Cid", "Dora", "Emil", "Fay", "Gus", "Hana", "Ivo", "Jörg", "Kai", "Lea", "Mia", "Noé"];
const LAST = ["Lee", "O'Neil", "van Dam", "Muñoz", "Brown", "Smith-Jones", "Ito", "Kowalski", "D'Arcy", "Ng"];
const COMPANIES = ["Acme, Inc.", "Initech", "Müller & Söhne", 'The "Best" Shop', "Globex Corp", "Smith, Wood & Co."];
const NOTES = ["", "call back", "met at the fair; likes tea", 'says "hi"', "prefers mail, not phone", "two\nlines"];

const pick = <T>(list: readonly T[], at: number): T => list[at % list.length]!;
const two = (number: number): string => String(number).padStart(2, "0");

const contacts: CleanTable = {
  name: "contacts",
  header: ["Email", "First Name", "Last Name", "Phone", "Company", "Birthday", "Amount", "Notes"],
  rows: Array.from({ length: 40 }, (_, at) => [
    `person${at}@example.com`,
    pick(FIRST, at),
    pick(LAST, at * 3),
    `+1 415 555 ${String(100 + at).padStart(4, "0")}`,
    pick(COMPANIES, at),
    `19${two(50 + at)}-${two(1 + (at % 12))}-${two(1 + (at % 28))}`,
    at % 4 === 0 ? `1,${two(at)}0.50` : `${at * 7}.25`,
    pick(NOTES, at),
  ]),
};

const PRODUCTS = ["Men's Boots", 'Table, Round 48"', "Camp Stove", "Tunic, Plaid", 'Bike, 24"', "Women's Shorts"];
const TEXTS = [
  "Light and comfortable, perfect for summer.",
  "Made to our standards; it won't chip, peel or crack.",
  "A light feel in our 8'9\" rod, designed for her.",
  "With its great coverage: blocks the sun, not the fun.",
];

const prices: CleanTable = {
  name: "prices",
  header: ["DATE", "TIME", "Qty", "PRODUCTID", "Price", "ProductType", "ProductDescription", "URL", "Comments"],
  rows: Array.from({ length: 60 }, (_, at) => [
    `${two(13 + (at % 16))}/${two(1 + (at % 12))}/2018`,
    `${two(at % 24)}:${two((at * 15) % 60)}`,
    String(at % 5),
    `MG-${8000 + at}`,
    `$${(at * 3.17).toFixed(2)}`,
    pick(PRODUCTS, at),
    pick(TEXTS, at),
    `https://www.example.com/product/MG_${8000 + at}.html`,
    "",
  ]),
};

/** Names and words alone: nothing but the structure tells how the file is to be read. */
const words: CleanTable = {
  name: "words",
  header: ["Name", "City", "Team"],
  rows: Array.from({ length: 12 }, (_, at) => [
    `${pick(FIRST, at)} ${pick(LAST, at)}`,
    pick(["Berlin", "New York", "São Paulo", "Oslo"], at),
    pick(["Sales", "Field Service", "Support"], at),
  ]),
};

export const CLEAN_TABLES: readonly CleanTable[] = [contacts, prices, words];
