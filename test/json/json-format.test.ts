/** C-B1: what is taken for JSON, and what begins like it and is a table. */
import { expect, test } from "vitest";
import { JSON_FORMAT } from "../../src/core/json/json-format.ts";
import { CARD_FORMAT } from "../../src/core/vcard/card-format.ts";

const detected = (text: string): string | null => {
  const bytes = new TextEncoder().encode(text);
  return (CARD_FORMAT.detect(bytes, true) ?? JSON_FORMAT.detect(bytes, true))?.format ?? null;
};

test.each([
  ['[{"a":1}]', "json"],
  ['\ufeff\n {"contacts": [{"a":1}]}', "json"],
  ['{"a":1}\n{"a":2}\n', "ndjson"],
  ['{\n"a":1\n}\n{\n"a":2\n}', "ndjson"],
  ["[]", "json"],
  ['["a@x.co","b@x.co"]', "json"],
  ['[{"a":1},}', "json"],
  ["\n\nBEGIN:VCARD\nVERSION:3.0\nEND:VCARD", "vcard"],
  ["\ufeffbegin:vcard \r\nend:vcard", "vcard"],
  ["[Email],[Name]\na@x.co,Ann\n", null],
  ["{id},{name}\n1,Ann\n", null],
  ["[1] note\nName,Email\nAnn,a@x.co\n", null],
  ["BEGIN:VCARD,Name\nx,Ann\n", null],
  ["Name,Card\nAnn,BEGIN:VCARD\n", null],
  ["", null],
])("%j", (text, format) => {
  expect(detected(text)).toBe(format);
});
