/**
 * Digits and marks of other scripts as the ASCII ones they stand for: full-width forms from East Asian keyboards, Arabic,
 * Persian and Devanagari digits with their decimal and thousands marks. Plain text comes back as it is.
 */

const FULL_WIDTH = /[\uff01-\uff5e]/g;
const DIGITS = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/g;
const ARABIC_DECIMAL = /\u066b/g;
const ARABIC_THOUSANDS = /\u066c/g;
const BEYOND_LATIN = /[\u0300-\uffff]/;

const FULL_WIDTH_OFFSET = 0xfee0;

/** The zeros of these scripts stand at a multiple of 16 or six above one; the offset from there is the digit. */
function asciiDigit(digit: string): string {
  const low = digit.charCodeAt(0) & 0xf;
  return String(digit >= "\u0966" ? low - 6 : low);
}

export function plainDigits(text: string): string {
  if (!BEYOND_LATIN.test(text)) return text;
  return text
    .replace(FULL_WIDTH, (c) => String.fromCharCode(c.charCodeAt(0) - FULL_WIDTH_OFFSET))
    .replace(DIGITS, asciiDigit)
    .replace(ARABIC_DECIMAL, ".")
    .replace(ARABIC_THOUSANDS, ",");
}
