/** How a file was read is said in German on German pages: for each file of the corpus and of the examples. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { sniffDialect } from "../../src/core/tabular/sniffing/sniff.ts";
import { germanEvidence } from "../../web/words/de/evidence.ts";

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
  ["What nobody has said yet.", "What nobody has said yet."],
])("%s", (english, german) => expect(germanEvidence(english)).toBe(german));
