/** Headers are compared by what is left when case, accents, spaces and punctuation do not count: `E-Mail ` is `email`. */

const MARKS = /\p{M}/gu;
const NOT_LETTERS = /[^\p{L}\p{N}]+/gu;
const PLAIN_KEY = /^[a-z0-9]*$/;
/** Letters that no Unicode decomposition takes apart. */
const LIGATURES: ReadonlyMap<string, string> = new Map([
  ["ß", "ss"],
  ["æ", "ae"],
  ["œ", "oe"],
  ["ø", "o"],
  ["đ", "d"],
  ["ł", "l"],
  ["ı", "i"],
]);
/** `Account #` is the number of the account, not its name. */
const NUMBER_SIGN = /[#№]/g;
const LIGATURE = /[ßæœøđłı]/g;
/** Longer headers are prose or damage; what stands further back tells no field. */
const MAX_HEADER = 300;

export function headerKey(header: string): string {
  const text = header.length > MAX_HEADER ? header.slice(0, MAX_HEADER) : header;
  if (PLAIN_KEY.test(text)) return text;
  return text
    .replace(NUMBER_SIGN, " number")
    .normalize("NFKD")
    .toLowerCase()
    .replace(MARKS, "")
    .replace(LIGATURE, (letter) => LIGATURES.get(letter) ?? letter)
    .replace(NOT_LETTERS, "");
}

const CAMEL = /(\p{Ll})(\p{Lu})/gu;

/** The words of a header, each as a key: `AssistantPhone` and `Assistant's phone` begin with `assistant`. */
export function headerWords(header: string): readonly string[] {
  return header
    .slice(0, MAX_HEADER)
    .replace(/['\u2019]s\b/g, "")
    .replace(CAMEL, "$1 $2")
    .split(NOT_LETTERS)
    .map(headerKey)
    .filter((word) => word !== "");
}
