/** C-B8: whatever the bytes and however they are cut, cards are read the same, and nothing throws. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { readCards } from "./read-cards.ts";

const PIECES = [
  ...[
    "BEGIN:VCARD\r\n",
    "END:VCARD\r\n",
    "VERSION:2.1\n",
    "VERSION:3.0\r",
    "FN:Ann",
    "N;CHARSET=UTF-8;QUOTED-PRINTABLE:=C3=",
    "=BC;;",
  ],
  ...[
    "\n",
    "\r\n",
    " ",
    "\t",
    "=",
    ":",
    ";",
    "\\",
    '"',
    "ä",
    "TEL;CELL:1\n",
    "PHOTO;BASE64:",
    "AAAA",
    "AGENT:\n",
    "item1.X-ABLabel:x\n",
    "\ufeff",
  ],
];
const cardLike = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((parts) => parts.join(""));
const anyFile = fc.oneof(
  cardLike.map((text) => new TextEncoder().encode(text)),
  fc.uint8Array({ maxLength: 200 }),
);

test("C-B8 any cutting gives the same rows, refusal and notes, and no bytes throw", () => {
  fc.assert(
    fc.property(anyFile, fc.integer({ min: 1, max: 9 }), (bytes, piece) => {
      // A small sample: what comes behind it is taken apart as it comes.
      expect(readCards(bytes, piece, 16)).toEqual(readCards(bytes, undefined, 16));
    }),
    { numRuns: 300 },
  );
});

const text = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 30 })
  .map((value) => `x${value.replace(/[\p{Cc}\ufeff]/gu, "")}x`);
const escaped = (value: string): string => value.replace(/[\\,;]/g, "\\$&").replaceAll("\n", "\\n");
/** Folded after so many octets, as RFC 6350 allows, also inside of characters. */
function folded(line: string, width: number): readonly number[] {
  const octets = [...new TextEncoder().encode(line)];
  return octets.flatMap((octet, at) => (at > 0 && at % width === 0 ? [0x0d, 0x0a, 0x20, octet] : [octet]));
}

test("C-B1 a card that is written as RFC 6350 says comes back as it was", () => {
  const person = fc.record({
    given: text,
    family: text,
    title: text,
    note: text,
    tags: fc.uniqueArray(text, { minLength: 1, maxLength: 3 }),
  });
  fc.assert(
    fc.property(person, fc.integer({ min: 24, max: 75 }), ({ given, family, title, note, tags }, width) => {
      const lines = [
        ...["BEGIN:VCARD", "VERSION:4.0", `N:${escaped(family)};${escaped(given)};;;`, `TITLE:${escaped(title)}`],
        ...[`NOTE:${escaped(note)}`, `CATEGORIES:${tags.map(escaped).join(",")}`, "END:VCARD"],
      ];
      const isEdge = (line: string): boolean => /^(?:BEGIN|END):/.test(line);
      const bytes = lines.flatMap((line) => [
        ...(isEdge(line) ? new TextEncoder().encode(line) : folded(line, width)),
        0x0d,
        0x0a,
      ]);
      const { rows, refusal } = readCards(Uint8Array.from(bytes));
      expect(refusal).toBeNull();
      expect(rows[0]?.cells).toMatchObject({
        "First name": given,
        "Last name": family,
        "Job title": title,
        Notes: note,
      });
    }),
    { numRuns: 200 },
  );
});
