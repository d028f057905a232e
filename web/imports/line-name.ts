/** Whom or what a line of a file is about, as the pages say it. */
import { CONTACT_NAMES, type LineName, lineName } from "../../src/core/mapping/line-name.ts";
import type { ColumnMapping, ImportDetail, Line } from "./import-detail.ts";

/** What the line calls the contact, where that has no word in common with what the matched one is called; else null. */
export function otherName({ cells = [], matched }: Line, mapping: readonly ColumnMapping[]): string | null {
  const naming = mapping.filter(({ target }) => target.to === "field" && CONTACT_NAMES.includes(target.field));
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
