/** Values a second of every field type on one core: `node bench/field-types.ts`. Values are varied so that no cache helps. */
import type { FieldType } from "../src/core/contact/field.ts";
import { DEFAULT_VALUE_SETTINGS } from "../src/core/contact/field-answer.ts";
import { valueReader } from "../src/core/contact/value-reader.ts";

const COUNT = 200_000;
const ROUNDS = 7;

const digits = (i: number, length: number): string =>
  String((i * 7_919 + 1_234_567_891) % 10 ** length).padStart(length, "2");
const day = (i: number): string => String(1 + (i % 28)).padStart(2, "0");

type Case = { readonly name: string; readonly type: FieldType; readonly make: (i: number) => string };

const CASES: readonly Case[] = [
  { name: "email", type: "email", make: (i) => `ann.smith${i}@example${i % 90}.com` },
  { name: "email, upper-case domain", type: "email", make: (i) => `Ann.Smith${i}@Example.COM` },
  { name: "phone, E.164", type: "phone", make: (i) => `+1415${digits(i, 7)}` },
  { name: "phone, US (415) 555-0100", type: "phone", make: (i) => `(415) ${200 + (i % 800)}-${digits(i, 4)}` },
  { name: "phone, +44 20 7946 0958", type: "phone", make: (i) => `+44 20 ${digits(i, 4)} ${digits(i + 7, 4)}` },
  { name: "phone, with extension", type: "phone", make: (i) => `415-555-${digits(i, 4)} x${i % 100}` },
  { name: "date, ISO", type: "date", make: (i) => `19${String(i % 100).padStart(2, "0")}-0${1 + (i % 9)}-${day(i)}` },
  { name: "date, Sep 8, 2024", type: "date", make: (i) => `Sep ${day(i)}, ${1900 + (i % 120)}` },
  { name: "date, 9/8/2024", type: "date", make: (i) => `9/${13 + (i % 15)}/${1900 + (i % 120)}` },
  { name: "number", type: "number", make: (i) => `${i}` },
  { name: "money, $1,234.50", type: "money", make: (i) => `$${1 + (i % 900)},${digits(i, 3)}.50` },
  { name: "text", type: "text", make: (i) => `Account ${i} Ltd` },
  { name: "text, accents", type: "text", make: (i) => `Müller ${i} GmbH` },
  { name: "name", type: "name", make: (i) => `Ann Smith${i}` },
  { name: "tags, two words", type: "tags", make: (i) => `vip, t${i % 500}` },
  { name: "tags, four phrases", type: "tags", make: (i) => `New York; north ${i}; key account; lead` },
  { name: "yes/no", type: "yes_no", make: (i) => (i % 2 ? "Yes" : "no") },
  { name: "url", type: "url", make: (i) => `www.example${i}.com/about` },
  { name: "LinkedIn URL", type: "linkedin_url", make: (i) => `https://www.linkedin.com/in/ann-${i}/` },
  { name: "country", type: "country", make: (i) => ["United States", "DE", "france"][i % 3] ?? "" },
  { name: "address", type: "address", make: (i) => `${i} High Street, London` },
];

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

for (const { name, type, make } of CASES) {
  // Written out and read again, so that values are flat strings as a parser gives them, not ropes.
  const values = Buffer.from(Array.from({ length: COUNT }, (_, i) => make(i)).join("\n"))
    .toString("utf8")
    .split("\n");
  const read = valueReader({ key: type, label: type, type, builtin: false }, DEFAULT_VALUE_SETTINGS);
  const rates: number[] = [];
  let unread = 0;
  for (let round = 0; round < ROUNDS; round++) {
    unread = 0;
    const start = process.hrtime.bigint();
    for (const value of values) if (typeof read(value) !== "string") unread++;
    rates.push(COUNT / (Number(process.hrtime.bigint() - start) / 1e9));
  }
  const rate = (median(rates) / 1e6).toFixed(2).padStart(8);
  console.log(`${name.padEnd(28)} ${rate} M values/s${unread === 0 ? "" : `, ${unread} unreadable`}`);
}
