/** Text that was encoded twice: put right where that is certain, counted where it is not, and left alone where it is text. */
import { describe, expect, test } from "vitest";
import { undoDoubleEncoding } from "../../src/core/contact/double-encoding.ts";
import {
  DoubleEncodingEvidence,
  doubleEncodingSays,
  joinDoubleFindings,
} from "../../src/core/contact/double-encoding-evidence.ts";
import { decoderFor } from "../../src/core/tabular/decoding/text-decoding.ts";
import { REAL_WORDS } from "../tabular/real-words.ts";

const ALL_WORDS = REAL_WORDS.flatMap(({ words }) => words);
const twice = (text: string, page: string): string => decoderFor(page).decode(new TextEncoder().encode(text));

describe("text that was encoded twice (C-E10)", () => {
  test.each([
    ["MÃ¼ller", "Müller"],
    ["Ãœberlingen", "Überlingen"],
    ["Joseâ€™s “CafÃ©”", null],
    ["Joseâ€™s CafÃ©", "Jose’s CafÃ©".replace("Ã©", "é")],
    ["Ð¡ÐµÑ€Ð³ÐµÐ¹", "Сергей"],
    ["Ä°stanbul", "İstanbul"],
    ["LukĂˇĹˇ", "Lukáš"],
    ["MГјller", "Müller"],
    ["M√ºller", "Müller"],
    ["M├╝ller", "Müller"],
    ["ä½è—¤", null],
  ])("%j is %j", (cell, text) => expect(undoDoubleEncoding(cell)).toBe(text));

  test("no ordinary name, street or place is taken for it, in capitals neither", () => {
    const changed = ALL_WORDS.flatMap((word) => [word, word.toUpperCase()]).filter((word) => undoDoubleEncoding(word));
    expect(changed).toEqual([]);
  });

  test.each(["windows-1252", "windows-1250", "windows-1251", "ibm437"])(
    "through %s never gives another text",
    (page) => {
      const wrong = ALL_WORDS.filter((word) => ![word, null].includes(undoDoubleEncoding(twice(word, page))));
      expect(wrong).toEqual([]);
    },
  );
});

describe("what a column shows of it", () => {
  const observed = (cells: readonly string[], firstLine = 2) => {
    const evidence = new DoubleEncodingEvidence();
    for (const [at, cell] of cells.entries()) evidence.observe(cell, 1, firstLine + at);
    return evidence.findings;
  };

  test("is said with the number of cells and the first of them", () => {
    const [finding] = observed(["Ann", "KÃ¶ln", "Köln", "OrlÃ©ans", "ZÃ\ufffdrich Ã©"]);
    expect(finding && doubleEncodingSays(finding)).toEqual([
      "2 cells were encoded twice and put right: “KÃ¶ln” on line 3 is “Köln”",
      "1 cell looks as if encoded twice, but something was lost, so that it stays as it is: “ZÃ\ufffdrich Ã©” on line 6",
    ]);
  });

  test("is the same from two halves of the file", () => {
    const cells = ["a", "KÃ¶ln", "OrlÃ©ans", "MÃ¼ller"];
    const second = observed(cells.slice(2));
    expect(joinDoubleFindings(observed(cells.slice(0, 2)), second, 2)).toEqual(observed(cells));
    expect(joinDoubleFindings([], second, 2)).toEqual(observed(["", "", ...cells.slice(2)]));
  });
});
