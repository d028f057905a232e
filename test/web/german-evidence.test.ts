/** How a file was read is said in German on German pages: for each file of the corpus and of the examples. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { doubleEncodingSays } from "../../src/core/contact/double-encoding-evidence.ts";
import { scorePair } from "../../src/core/duplicates/score-pair.ts";
import { LABELLED_FORMAT } from "../../src/core/labelled/labelled-format.ts";
import { RECIPIENTS_FORMAT } from "../../src/core/recipients/recipients-format.ts";
import { sniffDialect } from "../../src/core/tabular/sniffing/sniff.ts";
import { HiddenRows } from "../../src/source/workbook/hidden-rows.ts";
import { MergedCells } from "../../src/source/workbook/merged-cells.ts";
import { germanEvidence } from "../../web/words/de/evidence.ts";
import { germanPairReason } from "../../web/words/de/pair-reasons.ts";
import { LABELLED_PEOPLE } from "../duplicates/labelled-people.ts";

const FOLDERS = ["../corpus", "../../examples"].map((folder) => new URL(folder, import.meta.url).pathname);
const SNIFFED = 256 * 1024;

test("every sentence on how the files of corpus and examples are read has its German one", () => {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith(".csv"))
      .map(({ parentPath, name }) => join(parentPath, name)),
  );
  const said = files.flatMap((file) => {
    const bytes = readFileSync(file);
    const dialect = sniffDialect(bytes.subarray(0, SNIFFED), bytes.length <= SNIFFED, {});
    return dialect.ok ? dialect.value.evidence.map(({ says }) => says) : [];
  });
  expect(said.length).toBeGreaterThan(100);
  expect(said.filter((sentence) => germanEvidence(sentence) === sentence)).toEqual([]);
});

test.each([
  ["a list of recipients", RECIPIENTS_FORMAT, "a@x.test; b@x.test"],
  ["labelled lines", LABELLED_FORMAT, "Name: Ann\nEmail: a@x.test\n"],
])("what shows %s is said in German, too", (_, format, text) => {
  const says = format.detect(new TextEncoder().encode(text), true)?.says ?? "";
  expect([says, germanEvidence(says)]).toEqual([expect.stringMatching(/row\.$/), expect.stringContaining("Zeile")]);
});

test.each([
  ["Joined: 13/02/2024 on line 7 means day first", "Joined: 13/02/2024 in Zeile 7 zeigt: Tag zuerst"],
  ["Due: at: such dates are read month first", "Due: at: solche Daten werden mit dem Monat zuerst gelesen"],
  [
    "Geb.: years have two digits, and 7.8.80 on line 8 shows where they stand",
    "Geb.: Jahre haben zwei Stellen, und 7.8.80 in Zeile 8 zeigt, wo sie stehen",
  ],
  [
    "Due: dates are read day first, as in the import whose lines these are",
    "Due: Daten werden mit dem Tag zuerst gelesen, wie in dem Import, dessen Zeilen dies sind",
  ],
  ["With semicolon, 3 of 4 rows have 2 columns.", "Mit Semikolon haben 3 von 4 Zeilen 2 Spalten."],
  [
    "Line 5 names the columns: words that headers use in 3 of its cells.",
    "Zeile 5 nennt die Spalten: Wörter von Kopfzeilen in 3 ihrer Zellen.",
  ],
  ["Mobile: the first value stands in where Phone is empty", "Mobile: der erste Wert steht ein, wo Phone leer ist"],
  [
    "Born: years have two digits, as in 1/2/80 on line 2; where they stand is shown by 1/31/80 on line 3 and 9/9/99 on line 4",
    "Born: Jahre haben zwei Stellen, wie in 1/2/80 in Zeile 2; wo sie stehen, zeigen 1/31/80 in Zeile 3 und 9/9/99 in Zeile 4",
  ],
  [
    "Wert: most amounts are in EUR, and $5 on line 9 is in USD",
    "Wert: die meisten Beträge sind in EUR, $5 in Zeile 9 ist in USD",
  ],
  [
    "The bytes are not valid UTF-8; read as windows-1252 (Western) they make words such as “Müller”, but it could also be “M¸ller” as macintosh, or “Mŭller” as x.",
    "Die Bytes sind kein gültiges UTF-8; gelesen als windows-1252 (Western) ergeben sie Wörter wie “Müller”, vielleicht aber auch “M¸ller” als macintosh, oder “Mŭller” als x.",
  ],
  ["What nobody has said yet.", "What nobody has said yet."],
])("%s", (english, german) => expect(germanEvidence(english)).toBe(german));

test("what workbooks show beside their cells, and text that was encoded twice", () => {
  const merged = new MergedCells();
  merged.noteRange("B4:B6", 20);
  const columns = new MergedCells();
  for (const range of ["A2:A3", "C2:C3"]) columns.noteRange(range, 20);
  const hidden = new HiddenRows();
  hidden.note(7);
  const more = new HiddenRows();
  more.note(7, 2);
  const first = { text: "MÃ¼ller", line: 3, count: 1, repair: "Müller" };
  const both = { column: 0, repaired: 1, first, damaged: 2, firstDamaged: { text: "Ã", line: 9, count: 1 } };
  const said = [
    ...[merged, columns, hidden, more].flatMap(({ evidence }) => evidence.map(({ says }) => says)),
    ...doubleEncodingSays(both),
    ...doubleEncodingSays({ ...both, repaired: 2, damaged: 1 }, "would be"),
  ];
  expect(said).toHaveLength(8);
  const german = said.map(germanEvidence);
  expect(german.filter((sentence) => /\b(the|and|on line)\b/.test(sentence))).toEqual([]);
  expect(german.join("\n")).toContain("in den Spalten A, C: 2, zuerst A2:A3.");
});

test("every reason why two contacts may be one has its German one", () => {
  const reasons = LABELLED_PEOPLE.flatMap((one) => LABELLED_PEOPLE.flatMap((other) => scorePair(one, other).reasons));
  expect(new Set(reasons.map((reason) => reason.split(", ")[0])).size).toBeGreaterThan(25);
  expect(new Set(reasons.filter((reason) => germanPairReason(reason) === reason))).toEqual(new Set());
});
