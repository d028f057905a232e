/** Contact cards (.vcf) as a format that rows are read from. */

import { sniffEncoding } from "../tabular/decoding/sniff-encoding.ts";
import { TextPieces } from "../tabular/decoding/text-pieces.ts";
import { namedRowFormat } from "../tabular/formats/named-row-format.ts";
import { firstSign } from "../tabular/sniffing/first-sign.ts";
import { inCardOrder } from "./card-columns.ts";
import { CardReader } from "./card-reader.ts";

const BEGINS = /^[\s\ufeff]*BEGIN\s*:\s*VCARD[ \t]*(?:[\r\n]|$)/i;
/** Blank lines may stand above the first card. */
const LOOKED_AT = 4096;

export const CARD_FORMAT = namedRowFormat({
  detect(sample) {
    if (firstSign(sample).toUpperCase() !== "B") return null;
    const encoding = sniffEncoding(sample.subarray(0, LOOKED_AT), false)?.encoding ?? "utf-8";
    const text = new TextPieces(encoding).push(sample.subarray(0, LOOKED_AT));
    return BEGINS.test(text) ? { format: "vcard", says: "The file begins with BEGIN:VCARD." } : null;
  },
  reader: () => new CardReader(),
  inOrder: inCardOrder,
});
