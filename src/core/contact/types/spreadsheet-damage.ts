/**
 * What spreadsheet programs leave behind in a cell: error words in place of a value, and long numbers shown in
 * scientific notation, whose last digits are gone for good. Such a cell is refused; it is never written as it stands.
 */
import { unreadable } from "../unreadable.ts";
import { trimCell } from "./clean-text.ts";

export const SPREADSHEET_DAMAGE = unreadable("spreadsheet_damage");

const ERROR_WORDS: ReadonlySet<string> = new Set([
  "#NAME?",
  "#VALUE!",
  "#REF!",
  "#DIV/0!",
  "#NULL!",
  "#NUM!",
  "#N/A",
  "#ERROR!",
  "#SPILL!",
  "#CALC!",
  "#GETTING_DATA",
  "#FIELD!",
  "#BLOCKED!",
  "#CONNECT!",
  "#UNKNOWN!",
  "#BUSY!",
  // German, French, Spanish, Italian, Portuguese, Dutch and Russian ones: a CSV is saved in the program's language.
  ..."#WERT! #BEZUG! #ZAHL! #NV #ÜBERLAUF! #NOM? #VALEUR! #NOMBRE! #NUL! #NOMBRE? #¿NOMBRE? #¡VALOR! #¡REF! #¡DIV/0! #¡NUM! #¡NULO!".split(
    " ",
  ),
  ..."#NOME? #VALORE! #RIF! #N/D #VALOR! #NÚM! #NULO! #NAAM? #WAARDE! #VERW! #N/B #GETAL! #ИМЯ? #ЗНАЧ! #ССЫЛКА! #ДЕЛ/0! #ЧИСЛО! #Н/Д".split(
    " ",
  ),
]);
const HASH = 0x23;
const SPACE = 0x20;
const ONLY_HASHES = /^#{3,}$/;
const SCIENTIFIC = /^\+?(\d)(?:[.,](\d+))?[eE]\+?(\d{1,3})$/;

/** `#NAME?` and its like, or the `#####` of a column that was too narrow. */
export function isSpreadsheetError(raw: string): boolean {
  const first = raw.charCodeAt(0);
  if (first !== HASH && first > SPACE && first < 0x7f) return false;
  const word = trimCell(raw);
  if (word.charCodeAt(0) !== HASH) return false;
  return word.length < 20 ? ERROR_WORDS.has(word.toUpperCase()) || ONLY_HASHES.test(word) : ONLY_HASHES.test(word);
}

/**
 * The whole number behind `4.47911123456E+11` when every digit is there (`447911123456`), `lost` when digits are
 * missing (`4.479E+11`), null when the text is not in scientific notation.
 */
export function wholeFromScientific(text: string): string | "lost" | null {
  const match = SCIENTIFIC.exec(text);
  if (match === null) return null;
  const fraction = match[2] ?? "";
  return fraction.length === Number(match[3]) && fraction !== "" ? `${match[1]}${fraction}` : "lost";
}
