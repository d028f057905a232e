/** One attribute of an entry: `mail: ann@example.com`, `cn:: QW5u` (base64), `jpegPhoto:< file:///…` (elsewhere). */

import { decodeOctets, isAscii, octetsOf } from "../tabular/decoding/octet-text.ts";
import type { FileText } from "../tabular/decoding/sampled-lines.ts";
import { firstInvalidUtf8 } from "../tabular/decoding/utf8-validity.ts";
import { base64Octets } from "../tabular/formats/base64-octets.ts";

export type Attribute = {
  /** As it is written, without options such as `;lang-de`. */
  readonly name: string;
  readonly value: string;
};

const ATTRIBUTE = /^([A-Za-z][A-Za-z0-9-]*|\d+(?:\.\d+)*)((?:;[\w-]+)*)[ \t]*:(:|<)?[ \t]*/;
/** Pictures, keys and the like, and what nobody but the directory is to know. */
const SKIPPED: ReadonlySet<string> = new Set(
  "jpegphoto thumbnailphoto thumbnaillogo photo audio usercertificate usersmimecertificate userpkcs12 cacertificate objectguid objectsid userpassword sambantpassword sambalmpassword".split(
    " ",
  ),
);
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/;

/** The line that begins so holds nothing that can be text: what goes on behind it need not be held. */
export function isSkippedLine(line: string): boolean {
  const [, name = "", options = ""] = ATTRIBUTE.exec(line) ?? [];
  return SKIPPED.has(name.toLowerCase()) || /;binary\b/i.test(options);
}

/** `line`: unfolded. Null where it is no attribute. */
export function attributeOf(line: string, file: FileText): Attribute | null {
  const found = ATTRIBUTE.exec(line);
  if (found === null) return null;
  const [start, name = "", , mark] = found;
  const rest = line.slice(start.length);
  return { name, value: (mark === ":" ? textOfBase64(rest) : lineText(rest, file)).trim() };
}

/** Lines may have been folded inside of their characters, so that the file as a whole does not look like UTF-8. */
export function lineText(text: string, { encoding, isText }: FileText): string {
  if (isText || isAscii(text)) return text;
  const isUtf8 = firstInvalidUtf8(octetsOf(text)) < 0;
  return decodeOctets(text, isUtf8 ? "utf-8" : encoding === "utf-8" ? "windows-1252" : encoding);
}

/** `""` for what is no text. */
function textOfBase64(value: string): string {
  const octets = base64Octets(value);
  const text = firstInvalidUtf8(octetsOf(octets)) < 0 ? decodeOctets(octets, "utf-8") : octets;
  return CONTROLS.test(text) ? "" : text;
}
