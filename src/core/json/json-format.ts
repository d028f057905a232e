/** JSON and NDJSON as formats that rows are read from. */

import { namedRowFormat } from "../tabular/named-row-format.ts";
import { sniffEncoding } from "../tabular/sniff-encoding.ts";
import type { DetectedText } from "../tabular/text-format.ts";
import { TextPieces } from "../tabular/text-pieces.ts";
import { jsonShape } from "./json-outline.ts";
import { JsonReader } from "./json-reader.ts";

/** No table of contacts begins like this: an object with a name in quotes, or a list of objects, lists or nothing. */
const BEGINS = /^\s*(?:\{\s*(?:"|\})|\[\s*(?:\{|\[|\]))/;
/** White space may stand above, and the first object must end for its kind to be known. */
const LOOKED_AT = 256 * 1024;

export const JSON_FORMAT = namedRowFormat({
  detect: detectJson,
  reader: () => new JsonReader(),
  inOrder: (names) => names,
});

function detectJson(sample: Uint8Array): DetectedText | null {
  const start = sample.subarray(0, LOOKED_AT);
  const encoding = sniffEncoding(start, start.length === sample.length)?.encoding ?? "utf-8";
  const text = new TextPieces(encoding).push(start);
  if (!BEGINS.test(text)) return null;
  return jsonShape(text)?.kind === "objects"
    ? { format: "ndjson", says: "The file holds one JSON object behind the other." }
    : { format: "json", says: "The file begins as JSON does." };
}
