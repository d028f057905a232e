/** What another program does with the library: read a file, map it, and see what it would do to contacts it has (C-A4). */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runInNewContext } from "node:vm";
import { build } from "vite";
import { describe, expect, onTestFinished, test } from "vitest";
import {
  type ContactPlan,
  type KnownContact,
  type MapOptions,
  map,
  normalise,
  plan,
  type Result,
  read,
} from "../src/index.ts";

const path = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));

describe("read, map, normalise and plan (C-A4)", () => {
  const FILE =
    "E-Mail;Name;Phone;Born\nann@example.com;Ann Lee;+1 415 555 0100;13/02/1980\nbob@;Bob;;\ncy@example.com;Cy;;1/3/1990\n";

  test("a file is read and mapped with the reasons", () => {
    const table = accepted(read(FILE));
    expect(table.dialect.delimiter).toBe(";");
    expect(table.rows.map(({ line }) => line)).toEqual([2, 3, 4]);
    const { settings } = accepted(map(table));
    expect(settings.mapping.map(({ target }) => target.to === "field" && target.field)).toEqual([
      "email",
      "full_name",
      "phone",
      "birthday",
    ]);
  });

  test("values are normalised as their whole column shows", () => {
    const { rows, says } = normalise(accepted(map(accepted(read(FILE)))));
    expect(says).toEqual(["Born: 13/02/1980 on line 2 means day first"]);
    expect(rows[0]?.values).toEqual({
      email: "ann@example.com",
      full_name: "Ann Lee",
      first_name: "Ann",
      last_name: "Lee",
      phone: "+14155550100",
      birthday: "1980-02-13",
    });
    expect(rows[1]?.problems.map(({ code }) => code)).toEqual(["email_invalid"]);
    expect(rows[2]?.values.birthday).toBe("1990-03-01");
  });

  test("every row is accounted for against the contacts there are", async () => {
    const contacts = [{ id: "mine-7", values: { email: "Ann@example.com", full_name: "Ann L.", city: "Rome" } }];
    const { outcomes, creates, updates, rows } = await planned(FILE, contacts);
    expect(outcomes).toEqual({ created: 1, updated: 1, unchanged: 0, skipped: 0, failed: 1 });
    expect(updates).toEqual([
      {
        id: "mine-7",
        values: {
          ...{ full_name: "Ann Lee", first_name: "Ann", last_name: "Lee" },
          ...{ phone: "+14155550100", birthday: "1980-02-13" },
        },
      },
    ]);
    expect(creates).toEqual([
      { line: 4, values: { email: "cy@example.com", full_name: "Cy", birthday: "1990-03-01" } },
    ]);
    expect(rows[0]).toMatchObject({ line: 2, contact: "mine-7", changes: { full_name: ["Ann L.", "Ann Lee"] } });
    expect(rows[1]?.problems.map(({ message }) => message)).toEqual(["Invalid email address “bob@”."]);
  });

  test("an id column is compared with the program's own ids (C-H1)", async () => {
    const contacts = [{ id: "mine-7", values: { email: "old@example.com" } }];
    const { rows } = await planned("Contact ID,Email\nmine-7,new@example.com\nmine-8,x@example.com\n", contacts, {
      columns: ["Contact ID=id"],
    });
    expect(rows.map(({ outcome, contact }) => [outcome, contact])).toEqual([
      ["updated", "mine-7"],
      ["failed", null],
    ]);
  });

  test.each([
    [
      "merge",
      [
        ["created", null],
        ["updated", null],
      ],
    ],
    [
      "fail",
      [
        ["failed", null],
        ["failed", null],
      ],
    ],
    [
      "first",
      [
        ["created", null],
        ["skipped", null],
      ],
    ],
    [
      "last",
      [
        ["skipped", null],
        ["created", null],
      ],
    ],
    [
      "both",
      [
        ["created", null],
        ["created", null],
      ],
    ],
  ])(
    "two lines with one address under inFile=%s are what the command makes of them (C-H3)",
    async (inFile, expected) => {
      const { rows, creates } = await planned("Email,City\nann@example.com,\nann@example.com,Rome\n", [], {
        set: { inFile },
      });
      expect(rows.map(({ outcome, contact }) => [outcome, contact])).toEqual(expected);
      if (inFile === "merge")
        expect(creates).toEqual([{ line: 2, values: { email: "ann@example.com", city: "Rome" } }]);
    },
  );

  test("a value for the whole table is given as the command takes it (C-D8)", async () => {
    const { creates } = await planned("Email\na@x.com\n", [], { columns: ['"Acme"=account_name'] });
    expect(creates).toEqual([{ line: 2, values: { email: "a@x.com", account_name: "Acme" } }]);
  });

  test("owners stay where nobody is given", async () => {
    const contacts = [{ id: "7", values: { email: "a@x.com", owner: "x@y.com" } }];
    const { updates } = await planned("Email,First name\na@x.com,Ann\n", contacts, { set: { overrideOwners: "true" } });
    expect(updates).toEqual([{ id: "7", values: { first_name: "Ann" } }]);
  });

  test("contact cards and JSON are tables as well (C-B1)", async () => {
    const card = "BEGIN:VCARD\nVERSION:3.0\nFN:Ann Lee\nEMAIL:ann@x.com\nEND:VCARD\n";
    expect((await planned(card, [])).creates).toMatchObject([{ line: 1, values: { email: "ann@x.com" } }]);
    const rows = '[{"email":"ann@x.com","name":"Ann"},{"email":"bob@x.com"}]';
    expect((await planned(rows, [])).outcomes.created).toBe(2);
    expect(read("BEGIN:VCARD\nFN:Ann\n")).toMatchObject({ ok: false, refusal: { code: "card_unclosed" } });
  });

  test("options that do not fit are refused", () => {
    const table = accepted(read(FILE));
    expect(map(table, { preset: "nothing" })).toMatchObject({ ok: false, refusal: { code: "preset_unknown" } });
    expect(map(table, { columns: ["Nothing=email"] })).toMatchObject({ ok: false });
    expect(read("")).toMatchObject({ ok: false, refusal: { code: "file_empty" } });
  });
});

test("the example program says what a file would do (C-A4)", () => {
  const { stdout, status } = spawnSync(process.execPath, [path("examples/library.ts")], { encoding: "utf8" });
  expect(status).toBe(0);
  const { outcomes } = JSON.parse(readFileSync(path("examples/contacts.expected.json"), "utf8"));
  expect(outcomes.failed).toBeGreaterThan(0);
  expect(stdout).toContain(`failed: ${outcomes.failed}`);
});

test("the example program reads birthdays as the command does", () => {
  const folder = mkdtempSync(join(tmpdir(), "muster-library-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "people.csv");
  writeFileSync(file, "Email,Birthday\nann@example.com,05/17/81\nbob@example.com,11/30/79\n");
  const run = (...args: readonly string[]) => spawnSync(process.execPath, args, { encoding: "utf8" }).stdout;
  const plan = run(path("bin/muster.js"), "plan", file, "--country", "US", "--json", "--data", join(folder, "data"));
  const { says, problems, warnings } = JSON.parse(plan);
  expect({ problems, warnings }).toEqual({ problems: {}, warnings: {} });
  const example = run(path("examples/library.ts"), file);
  expect(says.length).toBeGreaterThan(0);
  for (const sentence of says) expect(example).toContain(sentence);
});

test("the library runs where there is nothing of Node: bundled for a browser, in a bare context (C-A4)", async () => {
  const built = await build({
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      lib: { entry: path("src/index.ts"), formats: ["iife"], name: "muster" },
      rolldownOptions: { onwarn: (warning) => expect.unreachable(warning.message) },
    },
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((part) => ("output" in part ? part.output : []));
  expect(outputs.map(({ type }) => type)).toEqual(["chunk"]);
  const code = outputs.map((part) => (part.type === "chunk" ? part.code : "")).join("");
  const program = `${code}
    const table = muster.read("Email,Name\\nann@example.com,Ann\\n").value;
    muster.plan(muster.normalise(muster.map(table).value)).then(({ outcomes }) => JSON.stringify(outcomes));`;
  // What every browser has besides the language.
  const answer = await runInNewContext(program, { TextDecoder, TextEncoder, URL });
  expect(JSON.parse(answer)).toEqual({ created: 1, updated: 0, unchanged: 0, skipped: 0, failed: 0 });
});

async function planned(
  file: string,
  contacts: readonly KnownContact[],
  options: MapOptions = {},
): Promise<ContactPlan> {
  return plan(normalise(accepted(map(accepted(read(file)), options))), contacts);
}

function accepted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.message);
  return result.value;
}
