/**
 * Muster as a library: what a file would do to the contacts that a program has, without a database. Run it in a clone with
 * `npx node examples/library.ts FILE`; in a program of yours, import from "muster-import" instead.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describeDialect, map, normalise, plan, type Result, read } from "../src/index.ts";

const file = process.argv[2] ?? fileURLToPath(new URL("contacts.csv", import.meta.url));

/** The contacts there are, by ids of your own. */
const contacts = [
  { id: "crm-1", values: { email: "ann.lee@example.com", full_name: "Ann Lee", city: "Boston" } },
  { id: "crm-2", values: { phone: "+1 415 555 0142", full_name: "Bob Stone" } },
];

const table = accepted(read(readFileSync(file)));
console.log(describeDialect(table.dialect));

// As `muster import FILE --country US` reads it. The library has no clock: without the year, birthdays with years of two
// digits are not read.
const mapped = accepted(map(table, { country: "US", year: new Date().getUTCFullYear() }));
for (const { header, target, confidence, reason } of mapped.settings.mapping) {
  const field = target.to === "field" ? target.field : target.to;
  console.log(`${header} -> ${field} (${Math.round(confidence * 100)}%: ${reason})`);
}

const normalised = normalise(mapped);
for (const sentence of normalised.says) console.log(sentence);

const { outcomes, updates, rows } = await plan(normalised, contacts);
console.log(outcomes);
for (const { id, values } of updates) console.log(`${id}:`, values);
for (const { line, problems } of rows) {
  for (const { severity, message, fix } of problems)
    if (severity === "error") console.log(`line ${line}: ${message} ${fix}`);
}

/** A refusal says what is wrong and what to do. */
function accepted<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  console.error(`${result.refusal.message} ${result.refusal.fix}`);
  process.exit(2);
}
