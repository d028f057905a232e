/** C-B1, C-B8: cards as they are folded, encoded, nested, cut off and damaged in the files that people have. */
import { describe, expect, test } from "vitest";
import { cellsOf, readCards } from "./read-cards.ts";

const card = (...lines: readonly string[]): string => ["BEGIN:VCARD", ...lines, "END:VCARD", ""].join("\n");

describe("C-B1 folding", () => {
  test.each([
    ["3.0: the first character goes", ["VERSION:3.0", "NOTE:ab", " c", "\td", "  e"], "abcd e"],
    ["2.1: the space stays", ["VERSION:2.1", "NOTE:ab", "   c"], "ab c"],
    ["quoted-printable goes on behind `=`", ["NOTE;QUOTED-PRINTABLE:=41=", "=42=0D=0Ac=", " d"], "AB\nc d"],
    [
      "quoted-printable that is folded as well",
      ["NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:=D0=", " =92=D0=", " =92"],
      "ВВ",
    ],
    ["quoted-printable broken without `=`", ["NOTE;ENCODING=QUOTED-PRINTABLE:=41", "=42"], "AB"],
    ["text broken without being folded", ["NOTE:One", "two"], "One\ntwo"],
    ["in the middle of a character", ["VERSION:4.0", "NOTE:a\u00e4"], "aä"],
  ])("%s", (_, lines, notes) => {
    expect(cellsOf(...lines).Notes).toBe(notes);
  });

  test("an octet of UTF-8 on each side of a fold is one character", () => {
    const [before, after] = [card("NOTE:x").replace("x\nEND:VCARD\n", ""), "\nEND:VCARD\n"];
    const bytes = [...new TextEncoder().encode(before), 0xc3, 0x0a, 0x20, 0xa4, ...new TextEncoder().encode(after)];
    expect(readCards(Uint8Array.from(bytes)).rows[0]?.cells.Notes).toBe("ä");
  });
});

describe("C-B3 encodings", () => {
  const latin = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));

  test.each([
    ["quoted-printable without a charset, UTF-8", "FN;ENCODING=QUOTED-PRINTABLE:J=C3=B6rg", "Jörg"],
    ["quoted-printable without a charset, Windows", "FN;ENCODING=QUOTED-PRINTABLE:J=F6rg", "Jörg"],
    ["quoted-printable in Shift_JIS", "FN;CHARSET=SHIFT_JIS;ENCODING=QUOTED-PRINTABLE:=8E=52=93=63", "山田"],
    ["base64", "FN;ENCODING=BASE64;CHARSET=UTF-8:SsO2cmc=", "Jörg"],
    ["a charset that does not exist", "FN;CHARSET=X-NONE;ENCODING=QUOTED-PRINTABLE:J=C3=B6rg", "Jörg"],
    ["a charset of its own beside UTF-8", "FN;CHARSET=ISO-8859-1:J\u00f6rg", "Jörg"],
  ])("%s", (_, line, name) => {
    expect(readCards(latin(card(line))).rows[0]?.cells["Full name"]).toBe(name);
  });

  test.each(["utf-16le", "utf-16be"])("%s with a mark", (encoding) => {
    const text = `\ufeff${card("FN:Jörg 山田")}`;
    const bytes = new Uint8Array(text.length * 2);
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), encoding === "utf-16le");
    for (const piece of [1, 7, bytes.length])
      expect(readCards(bytes, piece).rows[0]?.cells["Full name"]).toBe("Jörg 山田");
  });
});

describe("C-B8 cards that are not as they should be", () => {
  test("blank lines, marks and any case around cards; the line is that of BEGIN", () => {
    const { rows, refusal } = readCards(`\ufeff\n\n${card("fn:A").toLowerCase()}\n\ufeff${card("FN:B")}\n\n`);
    expect(rows.map(({ line, cells }) => [line, cells["Full name"]])).toEqual([
      [3, "a"],
      [7, "B"],
    ]);
    expect(refusal).toBeNull();
  });

  test("the last card is cut off", () => {
    expect(readCards(`${card("FN:A")}BEGIN:VCARD\nFN:B\n`)).toMatchObject({
      rows: [{ line: 1 }],
      refusal: "card_unclosed 4",
    });
  });

  test("a card without END ends where the next begins, and it is said", () => {
    const { rows, refusal, notes } = readCards(`BEGIN:VCARD\nFN:A\n${card("FN:B")}`);
    expect(rows.map(({ line }) => line)).toEqual([1, 3]);
    expect([refusal, notes]).toEqual([null, ["Cards without an END:VCARD end where the next one begins: line 1."]]);
  });

  test("text between cards is refused with its line", () => {
    expect(readCards(`${card("FN:A")}FN:B\nEND:VCARD\n`).refusal).toBe("card_text_outside 4");
  });

  test("the card of an assistant belongs to the card around it", () => {
    const { rows } = readCards(card("FN:A", "AGENT:", "BEGIN:VCARD", "FN:B", "TEL:1", "END:VCARD", "TITLE:CEO"));
    expect(rows).toEqual([{ line: 1, cells: { "Full name": "A", AGENT: "FN: B\nTEL: 1", "Job title": "CEO" } }]);
  });

  test("a group is no contact, and it is said", () => {
    const { rows, notes } = readCards(`${card("FN:A")}${card("X-ADDRESSBOOKSERVER-KIND:group", "FN:Friends")}`);
    expect([rows.length, notes]).toEqual([1, ["Groups are no contacts and are left out: line 4."]]);
  });

  test("lines that are indented as a whole", () => {
    expect(readCards(card("FN:A", "TEL:1").replaceAll(/^(?=.)/gm, "    ")).rows[0]?.cells).toEqual({
      "Full name": "A",
      Phone: "1",
    });
  });
});

test("C-X4 pictures of any size flow by, folded or on one line", () => {
  const line = `${"A".repeat(74)}\n `;
  const folded = `PHOTO;ENCODING=b;TYPE=JPEG:${line.repeat(40_000)}`;
  const cropped = `PHOTO;ENCODING=b;X-ABCROP-RECTANGLE=ABClipRect_1&0&0&640\n &640:${line.repeat(20_000)}`;
  const one = `PHOTO:data:image/jpeg;base64,${"A".repeat(3_000_000)}`;
  const { rows, refusal } = readCards(`${card(folded, "FN:A")}${card(cropped, one, "FN:B")}`, 65_536);
  expect([rows.map(({ cells }) => cells), refusal]).toEqual([[{ "Full name": "A" }, { "Full name": "B" }], null]);
});

test("C-B8 a text longer than any card is refused with its line", () => {
  expect(readCards(card(`NOTE:${"x".repeat(17_000_000)}`), 65_536).refusal).toBe("row_too_long 1");
});
