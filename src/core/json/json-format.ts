/** JSON and NDJSON as formats that rows are read from. */

import { SAMPLE_BYTES } from "../tabular/decoding/encoding-sample.ts";
import { sniffEncoding } from "../tabular/decoding/sniff-encoding.ts";
import { TextPieces } from "../tabular/decoding/text-pieces.ts";
import { namedRowFormat } from "../tabular/formats/named-row-format.ts";
import type { DetectedText } from "../tabular/formats/text-format.ts";
import { firstSign } from "../tabular/sniffing/first-sign.ts";
import { isGoogleShortcut } from "../tabular/sniffing/foreign-file.ts";
import { isJsonList, jsonShape, shapeChars } from "./json-outline.ts";
import { JsonReader } from "./json-reader.ts";

/** No table of contacts begins like this: an object with a name in quotes, or a list of objects, lists or nothing. */
const BEGINS = /^\s*(?:\{\s*(?:"|\})|\[\s*(?:\{|\[|\]))/;

export const JSON_FORMAT = namedRowFormat({
  detect: detectJson,
  reader: () => new JsonReader(),
  inOrder: (names) => names,
});

function detectJson(sample: Uint8Array): DetectedText | null {
  if (!"{[".includes(firstSign(sample) || " ")) return null;
  const start = sample.subarray(0, SAMPLE_BYTES);
  const encoding = sniffEncoding(start, start.length === sample.length)?.encoding ?? "utf-8";
  const text = new TextPieces(encoding).push(start);
  const looked = text.slice(0, shapeChars(SAMPLE_BYTES));
  if ((!BEGINS.test(looked) && !isJsonList(looked)) || isGoogleShortcut(looked)) return null;
  return jsonShape(looked)?.kind === "objects"
    ? { format: "ndjson", says: "The file holds one JSON object behind the other." }
    : { format: "json", says: "The file begins as JSON does." };
}
