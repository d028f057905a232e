/** What holds for every field type and any cell at all: values survive being read again, and nothing invisible is kept. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ColumnEvidence } from "../../src/core/contact/column-evidence.ts";
import { FIELD_TYPES, type Field, type FieldType, LIST_TYPES } from "../../src/core/contact/field.ts";
import { DEFAULT_VALUE_SETTINGS } from "../../src/core/contact/field-answer.ts";
import { parseList } from "../../src/core/contact/list-text.ts";
import { isBlankCell } from "../../src/core/contact/types/clean-text.ts";
import { valueReader } from "../../src/core/contact/value-reader.ts";
import type { ValueSettings } from "../../src/core/contact/value-settings.ts";
import { catalogue } from "../../src/core/problem/catalogue.ts";
import { anyCell } from "./any-cell.ts";

const RUNS = 500;
const OPTIONS = ["Gold", "Silver", "St. Louis", "R&D, Sales"];

const ALL_SETTINGS: readonly ValueSettings[] = [
  DEFAULT_VALUE_SETTINGS,
  { country: "DE", dateOrder: "DMY", decimalMark: ".", multiSeparators: [",", ";", "."], createOptions: true },
  { country: "", dateOrder: "MDY", decimalMark: "unknown", multiSeparators: ["|"], createOptions: true },
];

const readers = (type: FieldType, all: readonly ValueSettings[] = ALL_SETTINGS) =>
  all.map((settings) => {
    const field: Field = { key: type, label: type, type, builtin: false, options: OPTIONS };
    return { settings, read: valueReader(field, settings) };
  });

/** Line ends belong to addresses and notes, tabs to notes only. */
function controlsAllowed(type: FieldType): RegExp {
  if (type === "long_text") return /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffd]/;
  return type === "address" ? /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufffd]/ : /[\u0000-\u001f\u007f-\u009f\ufffd]/;
}

describe.each(FIELD_TYPES)("any cell of a field of type %s", (type) => {
  test("is read or refused with a code of the catalogue, and never throws", () => {
    fc.assert(
      fc.property(anyCell, (cell) => {
        for (const { read } of readers(type)) {
          const reading = read(cell);
          if (typeof reading !== "string") expect(Object.keys(catalogue)).toContain(reading.unreadable);
        }
      }),
      { numRuns: RUNS },
    );
  });

  test("C-C3: gives a value that reads as itself", () => {
    fc.assert(
      fc.property(anyCell, (cell) => {
        for (const { read } of readers(type)) {
          const value = read(cell);
          if (typeof value === "string") expect([cell, read(value)]).toEqual([cell, value]);
        }
      }),
      { numRuns: RUNS },
    );
  });

  test("C-E10: gives well-formed composed text without control characters", () => {
    const forbidden = controlsAllowed(type);
    fc.assert(
      fc.property(anyCell, (cell) => {
        for (const { read } of readers(type)) {
          const value = read(cell);
          if (typeof value !== "string") continue;
          for (const item of LIST_TYPES.has(type) ? parseList(value) : [value]) {
            expect([cell, forbidden.test(item)]).toEqual([cell, false]);
            expect([cell, item.isWellFormed()]).toEqual([cell, true]);
            if (type !== "url") expect([cell, item]).toEqual([cell, item.normalize("NFC")]);
          }
        }
      }),
      { numRuns: RUNS },
    );
  });

  test("is blank only where nothing in it can be seen, a list also where it holds separators alone", () => {
    fc.assert(
      fc.property(anyCell, (cell) => {
        for (const { read } of readers(type)) {
          if (isBlankCell(cell)) expect([cell, read(cell)]).toEqual([cell, ""]);
          else if (!LIST_TYPES.has(type)) expect([cell, read(cell)]).not.toEqual([cell, ""]);
        }
      }),
      { numRuns: RUNS },
    );
  });
});

describe("a long cell that repeats itself", () => {
  const LENGTH = 100_000;
  const repeated = (unit: string): string => unit.repeat(Math.ceil(LENGTH / unit.length));
  const UNITS = [
    ..."a1 .,;:-+@\"'()[]<>#/\\=_%\n\t\u0000\u00a0\u200b\u200d\u0301\u3000\uff11\ud800",
    ...[
      "a@",
      "a.",
      "1,",
      "1,000",
      "1.0e",
      " x",
      '",',
      '""',
      '"a,',
      '""a,',
      ":::",
      " ::: ",
      "St. ",
      "St. Louis.",
      "R&D, ",
    ],
    ...[
      "a\u200d",
      "\u0600\u200d",
      "e\u0301",
      "\r\n",
      " \n",
      "ext.1",
      "+1",
      "1-",
      "(1)",
      "8 Sep ",
      "%41",
      "a/",
      "<a@x.com>",
      "['",
    ],
    ...["😀", "🇩🇪", "(DE)", "$", "kr ", "\u0130", "\ufb01", "[[", '{"a":'],
  ];
  const FRAMES: readonly ((body: string) => string)[] = [
    (body) => body,
    (body) => `a${body}`,
    (body) => `+1${body}!`,
    (body) => `"${body}`,
    (body) => `ann@${body}.com`,
    (body) => `https://x.com/${body}\u0000b`,
    (body) => `$${body}5`,
    (body) => `[${body}]`,
  ];

  test.each(FIELD_TYPES)("is read to its end as type %s", (type) => {
    const all = readers(type);
    for (const [i, unit] of UNITS.entries()) {
      const framed = FRAMES[i % FRAMES.length]!;
      for (const frame of [FRAMES[0]!, framed]) expect(all[i % all.length]!.read(frame(repeated(unit)))).toBeDefined();
    }
  });

  test("is looked at to its end by the evidence of its column", () => {
    for (const type of FIELD_TYPES) {
      const evidence = new ColumnEvidence(type);
      for (const [i, unit] of UNITS.entries()) evidence.observe(FRAMES[i % FRAMES.length]!(repeated(unit)), 1);
      expect(evidence.decide().says).toBeInstanceOf(Array);
    }
  });
});

describe.each([...LIST_TYPES])("a list of type %s", (type) => {
  test("C-C3: comes back from its items joined by the first separator", () => {
    fc.assert(
      fc.property(anyCell, (cell) => {
        for (const { settings, read } of readers(type)) {
          const value = read(cell);
          if (typeof value !== "string") continue;
          const items = parseList(value);
          const parted = new RegExp(`["\\n:[\\]\\\\${settings.multiSeparators.join("")},;]`);
          const plain = items.filter((item) => OPTIONS.includes(item) || !parted.test(item));
          const separator = /_list$/.test(type) && type !== "text_list" ? "," : settings.multiSeparators[0]!;
          if (plain.length === items.length) expect([cell, read(items.join(separator))]).toEqual([cell, value]);
        }
      }),
      { numRuns: RUNS },
    );
  });
});
