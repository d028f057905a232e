/**
 * E-mail addresses as mailbox providers accept them: RFC 5321 dot-atoms and lengths, internationalised ones (RFC 6531)
 * included; no quoted local parts, comments or address literals, and a domain with a dot. Canonical form: local part as
 * typed, domain in lower case. `Ann <ann@x.com>`, `Ann (ann@x.com)` and `mailto:ann@x.com` give the address they surely mean.
 */
import { type Reading, unreadable } from "../unreadable.ts";
import { trimCell } from "./clean-text.ts";
import { isHostName } from "./host-name.ts";

const EMAIL_INVALID = unreadable("email_invalid");

const MAX_LOCAL = 64;
const MAX_ADDRESS = 254;
const AT = 0x40;
const DOT = 0x2e;
const HYPHEN = 0x2d;

/** What an ASCII character may be in an address. */
const LOCAL = 1;
const DOMAIN = 2;
const UPPER = 4;
const LETTER = 8;
const KIND = new Uint8Array(128);
for (const c of "!#$%&'*+-/=?^_`{|}~0123456789") KIND[c.charCodeAt(0)] = LOCAL;
for (const c of "0123456789-") KIND[c.charCodeAt(0)] = LOCAL | DOMAIN;
for (const c of "abcdefghijklmnopqrstuvwxyz") {
  KIND[c.charCodeAt(0)] = LOCAL | DOMAIN | LETTER;
  KIND[c.toUpperCase().charCodeAt(0)] = LOCAL | DOMAIN | LETTER | UPPER;
}

/** Where the scan of a plain ASCII address ended: a position past the `@`, or why there is none. */
const NOT_PLAIN = -1;

/** Index of the `@` after a valid ASCII local part, or NOT_PLAIN. */
function endOfPlainLocal(text: string): number {
  let previous = DOT;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === AT) return previous === DOT || i > MAX_LOCAL ? NOT_PLAIN : i;
    if (code === DOT) {
      if (previous === DOT) return NOT_PLAIN;
    } else if (code > 0x7f || ((KIND[code] ?? 0) & LOCAL) === 0) {
      return NOT_PLAIN;
    }
    previous = code;
  }
  return NOT_PLAIN;
}

/** The address when it is plain ASCII and valid; null when the careful way has to look at it. */
function readPlain(text: string): string | null {
  const length = text.length;
  if (length > MAX_ADDRESS) return null;
  const at = endOfPlainLocal(text);
  if (at === NOT_PLAIN) return null;
  let labelStart = at + 1;
  let labels = 0;
  let seen = 0;
  let common = LETTER;
  let previous = DOT;
  for (let i = at + 1; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code === DOT) {
      if (previous === DOT || previous === HYPHEN || i - labelStart > 63) return null;
      labels++;
      labelStart = i + 1;
      common = LETTER;
    } else {
      const kind = code > 0x7f ? 0 : (KIND[code] ?? 0);
      if ((kind & DOMAIN) === 0 || (code === HYPHEN && previous === DOT)) return null;
      seen |= kind;
      common &= kind;
    }
    previous = code;
  }
  const last = length - labelStart;
  if (labels === 0 || common === 0 || last < 2 || last > 63) return null;
  return seen & UPPER ? text.slice(0, at + 1) + text.slice(at + 1).toLowerCase() : text;
}

const DISPLAY_NAME = /^[^<>]*<([^<>\s]+)>$/;
const BEHIND_NAME = /^[^<>()@]*\(([^<>()\s]+@[^<>()\s]+)\)$/;
/** Of ASCII what RFC 5322 calls atext; beyond it letters, marks, digits and symbols, emoji among them. */
const ATOM = String.raw`[\p{L}\p{M}\p{N}[\p{S}--[\p{ASCII}\ufffd]]!#$%&'*+\-\/=?^_\x60\{\|\}~]+`;
const WIDE_LOCAL = new RegExp(`^${ATOM}(?:\\.${ATOM})*$`, "v");
/** Characters that people type or paste in place of others, and that no mailbox has. */
const FULL_WIDTH = /[\uff01-\uff5e]/g;
/** No mailbox starts or ends with them: a word processor has put them around the address. */
const CURLY_QUOTES = /^[\u2018-\u201f\u00ab\u2039]+|[\u2018-\u201f\u00bb\u203a]+$/g;
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;

/** The address inside `mailto:`, angle brackets or a pair of quotes, with full-width characters made plain. */
function unwrap(text: string): string {
  let address = text
    .replace(INVISIBLE, "")
    .replace(FULL_WIDTH, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replaceAll("\u3002", ".");
  address = (DISPLAY_NAME.exec(address) ?? BEHIND_NAME.exec(address))?.[1] ?? address;
  if (/^mailto:/i.test(address)) address = address.slice("mailto:".length).split("?", 1)[0] ?? "";
  const quote = address[0];
  if (address.length > 2 && (quote === '"' || quote === "'") && address.endsWith(quote)) address = address.slice(1, -1);
  address = address.replace(CURLY_QUOTES, "");
  return trimCell(address);
}

/** Length in UTF-8, which is what the limits of RFC 5321 count. */
function octetsOf(text: string): number {
  let octets = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    // Either half of a surrogate pair stands for two of its four octets.
    octets += code < 0x80 ? 1 : code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 2 : 3;
  }
  return octets;
}

function readCarefully(text: string): Reading {
  if (text.length > 1000) return EMAIL_INVALID;
  const address = unwrap(text);
  const plain = readPlain(address);
  if (plain !== null) return plain;
  const at = address.lastIndexOf("@");
  if (at < 1 || !address.isWellFormed()) return EMAIL_INVALID;
  // Checked as it will be stored: composing letters and lower-casing can change lengths.
  const local = address.slice(0, at).normalize("NFC");
  const domain = address
    .slice(at + 1)
    .toLowerCase()
    .normalize("NFC");
  if (octetsOf(local) > MAX_LOCAL || octetsOf(local) + 1 + octetsOf(domain) > MAX_ADDRESS) return EMAIL_INVALID;
  return WIDE_LOCAL.test(local) && isHostName(domain) ? `${local}@${domain}` : EMAIL_INVALID;
}

export function normaliseEmail(raw: string): Reading {
  const text = trimCell(raw);
  return readPlain(text) ?? (text === "" ? "" : readCarefully(text));
}
