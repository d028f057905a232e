/**
 * Matching keys: from a normalised value to the text under which equal people are found, whatever small differences two
 * files have. Every key of a value is a function of that value alone; keys are compared letter by letter.
 */

/** Matched without regard to case: no mailbox provider tells `Ann@` and `ann@` apart, though the RFC would let it. */
export function emailKey(email: string): string {
  for (let i = 0; i < email.length; i++) {
    const code = email.charCodeAt(i);
    if ((code >= 0x41 && code <= 0x5a) || code > 0x7f) return email.toLowerCase().normalize("NFC");
  }
  return email;
}

/** E.164 is its own key. The extension stays: people behind one switchboard are different people. */
export const phoneKey = (phone: string): string => phone;

/** Ids of other systems are compared as they are: `aB1` and `Ab1` are two Salesforce records. */
export const externalIdKey = (id: string): string => id.trim();

const LINKEDIN = "https://www.linkedin.com/";

/** The canonical address without what all of them share. */
export const linkedinKey = (url: string): string => (url.startsWith(LINKEDIN) ? url.slice(LINKEDIN.length) : url);

const MARKS = /\p{M}/gu;
const NOT_LETTERS = /[^\p{L}\p{N}]+/gu;
/** Letters that no Unicode decomposition takes apart. */
const LIGATURES: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  ł: "l",
  þ: "th",
  ı: "i",
};
const LIGATURE = /[ßæœøđðłþı]/g;

/** Words of plain letters and digits, parted by single spaces, are their own key in lower case; null for other names. */
function plainNameKey(name: string): string | null {
  let previous = 0x20;
  let hasCapitals = false;
  for (let i = 0; i < name.length; i++) {
    const code = name.charCodeAt(i);
    const isCapital = code >= 0x41 && code <= 0x5a;
    const isLetter = isCapital || (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
    if (!isLetter && (code !== 0x20 || previous === 0x20)) return null;
    hasCapitals ||= isCapital;
    previous = code;
  }
  if (previous === 0x20) return null;
  return hasCapitals ? name.toLowerCase() : name;
}

/** Lower case without accents and punctuation: `José O'Neil-Núñez` and `JOSE ONEIL NUNEZ` meet. */
export function nameKey(name: string): string {
  const plain = plainNameKey(name);
  if (plain !== null) return plain;
  const letters = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(MARKS, "")
    .replace(/['\u2019\u02bc.]/g, "");
  const key = letters
    .replace(LIGATURE, (c) => LIGATURES[c] ?? c)
    .replace(NOT_LETTERS, " ")
    .trim();
  // Some Arabic ligatures are letters that come apart into marks alone.
  return key === "" ? name.toLowerCase().replace(NOT_LETTERS, " ").trim() : key;
}
