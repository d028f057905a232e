/**
 * A text as a cell of a workbook (`<t>`, ECMA-376 part 1, 22.9.2.19): what XML cannot hold or would change is written as
 * `_xHHHH_`, and so is the underscore of a text that only looks like that. Reading it gives the same text back.
 */

const UNFIT = /[\0-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9a-f]{4}_)/giu;

const escaped = (char: string): string => `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;

/** As it stands between `<t>` and `</t>`. */
export function textCell(text: string): string {
  return text.replace(UNFIT, escaped).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

const ESCAPED = /_x([0-9a-f]{4})_/gi;

/** The way back, once the XML has been read. */
export const unescapeText = (text: string): string =>
  text.includes("_x")
    ? text.replace(ESCAPED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
