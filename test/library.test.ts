/** What another program does with the library: read a file, map it, and see what it would do to contacts it has. */
import { expect, test } from "vitest";
import * as muster from "../src/index.ts";

test("another program reads, maps, normalises and plans without a database (C-A4)", () => {
  const bytes = new TextEncoder().encode("E-Mail;Name;Phone\nann@example.com;Ann Lee;+1 415 555 0100\nbob@;Bob;\n");
  const dialect = value(muster.sniffDialect(bytes, true));
  const reader = new muster.CsvReader(dialect);
  const [header, ...rows] = [...reader.push(bytes), ...reader.end()];
  const policy = value(
    muster.effectivePolicy({
      policy: value(ok(muster.findPreset("muster")?.policy)),
      mode: null,
      set: new Map(),
      disclaimerAccepted: false,
    }),
  );
  const mapping = value(
    muster.proposeMapping({
      headers: header?.cells ?? [],
      samples: rows.map(({ cells }) => cells),
      fields: muster.BUILTIN_FIELDS,
      policy,
      saved: null,
      overrides: [],
    }),
  );
  const shape = muster.compileShape(mapping, muster.BUILTIN_FIELDS);
  const matchKeys = muster.matchKeySpecs(policy.match, shape);
  const builder = new muster.DraftBuilder({
    shape,
    recognisedBy: matchKeys.map(({ texts }) => texts),
    keys: [],
    clearToken: policy.clearToken,
    valuesOf: () => ({
      country: "",
      dateOrder: "unknown",
      decimalMark: "unknown",
      multiSeparators: [","],
      createOptions: false,
    }),
  });
  for (const row of rows) builder.add(row);
  const plan = muster.planBatch(
    {
      shape,
      matchKeys,
      indexed: [],
      policy,
      rules: { ...policy, given: new Set() },
      batchTags: "",
      constants: new Map(),
    },
    {
      drafts: builder.take(),
      decisions: rows.map(() => muster.decideMatch([])),
      contacts: new Map(),
      duplicates: new Map(),
      fileContacts: new Map(),
      touchedBy: () => 0,
      nextContact: 1,
    },
  );
  expect(plan.lines.map(({ line, outcome }) => [line, outcome])).toEqual([
    [2, "created"],
    [3, "failed"],
  ]);
  const [problem] = plan.lines[1]?.problems ?? [];
  expect(problem && muster.problemMessage(problem, { contact: String })).toBe("Invalid email address “bob@”.");
});

const ok = <T>(found: T | undefined) =>
  found === undefined
    ? { ok: false as const, refusal: { code: "x", message: "missing" } }
    : { ok: true as const, value: found };

function value<T>(
  result:
    | { readonly ok: true; readonly value: T }
    | { readonly ok: false; readonly refusal: { readonly message: string } },
): T {
  if (!result.ok) throw new Error(result.refusal.message);
  return result.value;
}
