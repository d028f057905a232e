/** Which sheet of a workbook is the table. Sheets without values do not count, hidden ones only where they are asked for. */
import { quotedNames } from "../../core/problem/quoted-names.ts";
import { RefusedFile } from "../refused-file.ts";

export type NamedSheet = { readonly name: string; readonly hidden: boolean };

const NAMES_SHOWN = 12;

/** The sheet that was asked for by name, case and blanks at the edges aside. Throws `RefusedFile`. */
export function askedSheet<Sheet extends NamedSheet>(sheets: readonly Sheet[], asked: string): Sheet {
  const key = sheetKey(asked);
  const found = sheets.find(({ name }) => name === asked) ?? sheets.find(({ name }) => sheetKey(name) === key);
  if (found) return found;
  throw RefusedFile.naming("sheet_unknown", [asked], `No sheet is called “${asked}”; there ${inWords(sheets)}.`);
}

export const sheetKey = (name: string): string => name.trim().toLowerCase();

/** Throws where more than one visible sheet holds values. */
export function checkOnlyOne(filled: readonly NamedSheet[]): void {
  if (filled.length < 2) return;
  const names = filled.map(({ name }) => name);
  throw RefusedFile.naming("sheet_needed", names, `Several sheets hold values: ${listed(filled)}.`);
}

export function noValues(sheets: readonly NamedSheet[]): RefusedFile {
  const hidden = sheets.filter((sheet) => sheet.hidden);
  const besides = hidden.length > 0 ? ` Hidden, and read only where --sheet names them: ${listed(hidden)}.` : "";
  return RefusedFile.of("file_empty", `No visible sheet of the workbook holds a value.${besides}`);
}

/** In words: which sheet is read, and what became of the others. */
export function sheetEvidence(chosen: NamedSheet, sheets: readonly NamedSheet[], asked: boolean): string {
  const hidden = sheets.filter((sheet) => sheet.hidden && sheet !== chosen);
  const others = sheets.length - hidden.length - (chosen.hidden ? 0 : 1);
  const name = `“${chosen.name}”`;
  const why = asked ? "was asked for" : sheets.length === 1 ? "is the only one" : "is the only visible one with values";
  const left = hidden.length > 0 ? `; hidden and not read: ${listed(hidden)}` : "";
  const rest = others > 0 && asked ? `; not read besides: ${others}` : "";
  return `The sheet ${name} ${why}${left}${rest}.`;
}

const inWords = (sheets: readonly NamedSheet[]): string =>
  sheets.length === 1 ? `is only ${listed(sheets)}` : `are ${listed(sheets)}`;

const listed = (sheets: readonly NamedSheet[]): string =>
  quotedNames(
    sheets.map(({ name }) => name),
    NAMES_SHOWN,
  );
