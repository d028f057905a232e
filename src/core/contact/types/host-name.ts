/** Domain names as RFC 1035 and IDNA write them: what may stand right of an `@` or after `https://`. */

const MAX_HOST = 253;
const MAX_LABEL = 63;
const DOT = 0x2e;
const HYPHEN = 0x2d;
/** Letters, marks and digits of any script: what internationalised labels are made of. */
const WIDE_LABEL_CHARACTER = /^[\p{L}\p{M}\p{N}]$/u;
const TOP_LEVEL = /^(?:[\p{L}\p{M}]{2,}|xn--[a-z0-9-]+)$/iu;

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const isAsciiLetter = (code: number): boolean => (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;

function isLabelCharacter(text: string, at: number, code: number): boolean {
  if (code < 0x80) return isAsciiLetter(code) || isDigit(code) || code === HYPHEN;
  // The halves of a surrogate pair are checked as one where the pair starts.
  if (code >= 0xdc00 && code <= 0xdfff) return at > 0 && text.charCodeAt(at - 1) >> 10 === 0x36;
  return WIDE_LABEL_CHARACTER.test(String.fromCodePoint(text.codePointAt(at) ?? 0));
}

/**
 * True for a name of two or more valid labels whose last one could be a top-level domain: letters, or punycode.
 * That refuses dotless names, IP addresses and typing slips such as `example.c0m`.
 */
export function isHostName(text: string): boolean {
  if (text.length < 4 || text.length > MAX_HOST) return false;
  let labelStart = 0;
  let labels = 0;
  for (let i = 0; i <= text.length; i++) {
    const code = i === text.length ? DOT : text.charCodeAt(i);
    if (code === DOT) {
      const length = i - labelStart;
      if (length === 0 || length > MAX_LABEL) return false;
      if (text.charCodeAt(labelStart) === HYPHEN || text.charCodeAt(i - 1) === HYPHEN) return false;
      labels++;
      if (i < text.length) labelStart = i + 1;
    } else if (!isLabelCharacter(text, i, code)) {
      return false;
    }
  }
  return labels >= 2 && TOP_LEVEL.test(text.slice(labelStart));
}
