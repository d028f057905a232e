/** Whom or what a line of a file is about, by the cells of the columns that name it. */
import type { ColumnMapping, ImportDetail, Line } from "./import-detail.ts";

/** The first of which the cells say something. */
const NAMES = [["full_name"], ["first_name", "last_name"], ["name"], ["opportunity_name"]];
const BESIDES = ["email", "phone", "account_name", "linkedin_url", "external_id", "account_id", "id"];

export type LineName = { readonly name: string; readonly beside: string };

/** Both empty where the cells say nothing, or are not there any more. */
function lineName(cells: readonly string[], mapping: readonly ColumnMapping[]): LineName {
  const written = (fields: readonly string[]): readonly string[] =>
    fields.flatMap((field) => {
      const column = mapping.find(({ target }) => target.to === "field" && target.field === field);
      const text = column === undefined ? "" : (cells[column.column] ?? "").trim();
      return text === "" ? [] : [text];
    });
  const names = NAMES.map(written).find((parts) => parts.length > 0) ?? [];
  const besides = written(BESIDES);
  if (names.length > 0) return { name: names.join(" "), beside: besides[0] ?? "" };
  const [first = cells.find((cell) => cell.trim() !== "") ?? "", second = ""] = besides;
  return { name: first, beside: second };
}

/** What the line calls the contact, where that has no word in common with what the matched one is called; else null. */
export function otherName({ cells = [], matched }: Line, mapping: readonly ColumnMapping[]): string | null {
  const names = NAMES.slice(0, 2).flat();
  const naming = mapping.filter(({ target }) => target.to === "field" && names.includes(target.field));
  const { name } = naming.length === 0 ? { name: "" } : lineName(cells, naming);
  const known = new Set(wordsOf(matched?.name ?? ""));
  const said = wordsOf(name);
  return said.length === 0 || known.size === 0 || said.some((word) => known.has(word)) ? null : name;
}

const wordsOf = (name: string): readonly string[] =>
  name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

export const nameOfLine = (line: Line, detail: Pick<ImportDetail, "mapping">): LineName => {
  const said = lineName(line.cells ?? [], detail.mapping);
  return said.name === "" ? { name: objectIn(line)?.id ?? "", beside: "" } : said;
};

const OBJECTS = ["contact", "account", "opportunity", "pipeline"] as const;

type NamedObject = { readonly object: (typeof OBJECTS)[number]; readonly id: string };

/** The object that a line made, changed or found, first its own. */
export function objectIn(line: Readonly<Record<string, unknown>>): NamedObject | null {
  for (const object of OBJECTS) {
    const id = line[object];
    if (typeof id === "string") return { object, id };
  }
  return null;
}
