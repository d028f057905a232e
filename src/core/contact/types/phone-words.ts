/**
 * North American numbers spelled with the letters of the telephone keypad: `1-800-FLOWERS`, `(415) 555-HOME`. Only these
 * two shapes are read: a toll-free area code and seven signs, or four letters behind area code and exchange. Anything
 * looser would make a phone number of a street address.
 */

const TOLL_FREE = /^(?:\+?1[ .-]*)?\(?(8(?:00|33|44|55|66|77|88))\)?[ .-]*((?:[a-z\d][ .-]?){7})$/i;
const LAST_FOUR = /^(?:\+?1[ .-]*)?\(?([2-9]\d\d)\)?[ .-]+([2-9]\d\d[ .-]?[a-z]{4})$/i;
const THREE_LETTERS = /(?:[a-z][ .-]?){3}/i;
const MARKS = /[ .-]/g;
const LETTER = /[a-z]/g;
/** The digit under each letter, a to z. */
const KEYPAD = "22233344455566677778889999";

const keyOf = (letter: string): string => KEYPAD.charAt(letter.charCodeAt(0) - 0x61);

/** The E.164 digits that the letters stand for, or null when the text is not of that kind. */
export function digitsOfPhoneWord(text: string): string | null {
  if (text.length > 24) return null;
  const [, area, word] = TOLL_FREE.exec(text) ?? LAST_FOUR.exec(text) ?? [];
  if (area === undefined || word === undefined || !THREE_LETTERS.test(word)) return null;
  return `+1${area}${word.toLowerCase().replace(MARKS, "").replace(LETTER, keyOf)}`;
}
