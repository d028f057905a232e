/** What people and programs call an encoding, to the one name that is stored with an import. */
import { CODE_PAGES } from "./code-pages.ts";

type TextDecoderClass = new (label: string) => { readonly encoding: string };

const { TextDecoder } = globalThis as unknown as { readonly TextDecoder: TextDecoderClass };

/** Names that are no labels of the WHATWG Encoding Standard, in lower case and without punctuation. */
const ALIASES: Readonly<Record<string, string>> = {
  utf8sig: "utf-8",
  utf8bom: "utf-8",
  cp65001: "utf-8",
  utf16: "utf-16le",
  ucs2: "utf-16le",
  utf32: "utf-32le",
  ucs4: "utf-32le",
  utf32le: "utf-32le",
  utf32be: "utf-32be",
  macroman: "macintosh",
  maccyrillic: "x-mac-cyrillic",
  maclatin2: "x-mac-ce",
  maccentraleurope: "x-mac-ce",
  macce: "x-mac-ce",
  macgreek: "x-mac-greek",
  macturkish: "x-mac-turkish",
  cp932: "shift_jis",
  ms932: "shift_jis",
  windows932: "shift_jis",
  cp936: "gbk",
  ms936: "gbk",
  windows936: "gbk",
  cp949: "euc-kr",
  ms949: "euc-kr",
  uhc: "euc-kr",
  cp950: "big5",
  ms950: "big5",
  windows950: "big5",
  jis: "iso-2022-jp",
  koi8u: "koi8-u",
};

/** `cp1250`, `win-1250`; `iso 8859 2`, `8859-2`; `latin-2`; `cp850`, `ibm-850`, `dos 850`. */
const PATTERNS: readonly (readonly [RegExp, (digits: string) => string])[] = [
  [/^(?:cp|ms|win|windows)?(125\d|874)$/, (digits) => `windows-${digits}`],
  [/^(?:iso)?8859(\d{1,2})$/, (digits) => `iso-8859-${digits}`],
  [/^latin(\d{1,2})$/, (digits) => `latin${digits}`],
  [/^(?:cp|ibm|dos|oem)?(\d{3})$/, (digits) => `ibm${digits}`],
];

/**
 * The name an encoding is stored by, that of the WHATWG Encoding Standard where it has one ("latin1" is "windows-1252"),
 * or null where nothing is called so.
 */
export function encodingName(label: string): string | null {
  const known = labelled(label);
  if (known !== null) return known;
  const key = label.toLowerCase().replace(/[^a-z0-9]/g, "");
  const alias = ALIASES[key];
  if (alias !== undefined) return alias;
  for (const [pattern, named] of PATTERNS) {
    const digits = pattern.exec(key)?.[1];
    if (digits !== undefined) return labelled(named(digits));
  }
  return labelled(key);
}

function labelled(label: string): string | null {
  const own = label.trim().toLowerCase();
  if (Object.hasOwn(CODE_PAGES, own) || own === "utf-32le" || own === "utf-32be") return own;
  try {
    const name = new TextDecoder(label).encoding;
    return name === "replacement" || name === "x-user-defined" ? null : name;
  } catch {
    return null;
  }
}
