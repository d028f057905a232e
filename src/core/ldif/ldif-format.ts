/** Address books and directories as LDIF (RFC 2849), which Thunderbird and LDAP servers export. */

import { sniffEncoding } from "../tabular/decoding/sniff-encoding.ts";
import { TextPieces } from "../tabular/decoding/text-pieces.ts";
import { namedRowFormat } from "../tabular/formats/named-row-format.ts";
import { firstSign } from "../tabular/sniffing/first-sign.ts";
import { inCardOrder } from "../vcard/card-columns.ts";
import { EntryReader } from "./entry-reader.ts";

/** The name of an entry is a path (`cn=Ann,o=Acme`), base64, or goes on in the next line. */
const ENTRY = /^dn(?::[ \t]*[^\s=:,;]+[ \t]*=|::[ \t]*[A-Za-z0-9+/]|::?[ \t]*$)/i;
/** Comments, folded ones too, and the version may stand above the first entry. */
const ABOVE = /^(?:\s*$|#|[ \t]|version[ \t]*:[ \t]*\d+\s*$)/i;
/** Comments above the first entry may be long. */
const LOOKED_AT = 16 * 1024;

export const LDIF_FORMAT = namedRowFormat({
  detect(sample) {
    if (!"dDvV#".includes(firstSign(sample) || " ")) return null;
    const start = sample.subarray(0, LOOKED_AT);
    const text = new TextPieces(sniffEncoding(start, false)?.encoding ?? "utf-8").push(start);
    const first = text.split(/\r\n|\n|\r/).find((line) => !ABOVE.test(line)) ?? "";
    return ENTRY.test(first) ? { format: "ldif", says: "The file begins with an entry of a directory (dn:)." } : null;
  },
  reader: () => new EntryReader(),
  inOrder: inCardOrder,
});
