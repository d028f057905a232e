/** The text of a property's value: quoted-printable and base64 undone, decoded, split at its separators and unescaped. */

import { encodingName } from "../tabular/decoding/encoding-name.ts";
import { decodeOctets, isAscii, octetsOf } from "../tabular/decoding/octet-text.ts";
import type { FileText } from "../tabular/decoding/sampled-lines.ts";
import { firstInvalidUtf8 } from "../tabular/decoding/utf8-validity.ts";
import { base64Octets } from "../tabular/formats/base64-octets.ts";
import { type Property, param } from "./property.ts";

/** The value with its escapes still in it. */
export function decodedValue(property: Property, file: FileText): string {
  const { value } = property;
  const charset = param(property, "charset");
  switch (valueEncoding(property)) {
    case "quoted-printable":
      return charsetText(quotedPrintable(value), charset, file);
    case "base64":
      return charsetText(base64Octets(value), charset, file);
    case "none": {
      if (file.isText || isAscii(value)) return value;
      // Folded inside of its characters, a file of UTF-8 looks like something else.
      const named = usableCharset(charset, value) ?? (isUtf8(value) ? "utf-8" : file.encoding);
      return decodeOctets(value, named);
    }
  }
}

export function valueEncoding(property: Property): "quoted-printable" | "base64" | "none" {
  const encoding = param(property, "encoding");
  if (encoding === "quoted-printable" || encoding === "q") return "quoted-printable";
  return encoding === "base64" || encoding === "b" ? "base64" : "none";
}

/** Octets behind an encoding: where no charset is named, phones write UTF-8 and older programs the Windows one. */
function charsetText(octets: string, charset: string, file: FileText): string {
  const named = usableCharset(charset, octets);
  if (named !== null) return decodeOctets(octets, named);
  if (isAscii(octets)) return octets;
  if (isUtf8(octets)) return decodeOctets(octets, "utf-8");
  return decodeOctets(octets, file.isText || encodingName(file.encoding) === "utf-8" ? "windows-1252" : file.encoding);
}

/** ASCII is what programs say that do not care: it holds no character that would need a charset. */
function usableCharset(charset: string, octets: string): string | null {
  const name = charset === "" || /ascii/.test(charset) ? null : encodingName(charset);
  return name === "utf-8" && !isUtf8(octets) ? null : name;
}

const isUtf8 = (octets: string): boolean => firstInvalidUtf8(octetsOf(octets)) < 0;

const QUOTED = /=([0-9A-Fa-f]{2})|=[ \t]*\r?\n|=[ \t]*(?=;|$)/g;

/** What is not encoded as it should be stands as it is. */
const quotedPrintable = (text: string): string =>
  text
    .replace(QUOTED, (_, hex: string | undefined) =>
      hex === undefined ? "" : String.fromCharCode(Number.parseInt(hex, 16)),
    )
    .replaceAll("\r\n", "\n");

const ESCAPE = /\\([\\,;:nN"])/g;

/** `\n`, `\,`, `\;` and, as Apple writes it, `\:`. Other backslashes are part of the text. */
export const unescaped = (text: string): string =>
  text.includes("\\") ? text.replace(ESCAPE, (_, c: string) => (c === "n" || c === "N" ? "\n" : c)) : text;

/** The parts between separators that are not escaped, unescaped and trimmed. */
export const splitValue = (text: string, separator: "," | ";"): readonly string[] =>
  splitRaw(text, separator).map((part) => unescaped(part).trim());

/** Parts that may themselves be lists (RFC 6350: names and addresses), their items put together again with `glue`. */
export const splitLists = (text: string, glue: string): readonly string[] =>
  splitRaw(text, ";").map((part) => splitValue(part, ",").filter(Boolean).join(glue));

function splitRaw(text: string, separator: string): readonly string[] {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === separator) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(text.slice(from));
  return parts;
}
