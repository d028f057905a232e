/** Whom or what a line of a file is about, as the pages say it. */
import { CONTACT_NAMES, type LineName, lineName, opportunityName } from "../../src/core/mapping/line-name.ts";
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

/** Of a line about two objects, its contact and beside it its opportunity. */
export const nameOfLine = (line: Line, detail: Pick<ImportDetail, "mapping">): LineName => {
  const { name, beside } = lineName(line.cells ?? [], detail.mapping);
  if (name === "") return { name: objectIn(line)?.id ?? "", beside: "" };
  const deal = opportunityName(line.cells ?? [], detail.mapping);
  return { name, beside: [beside, deal].filter((text) => text !== "" && text !== name).join(" · ") };
};

/** What one of the objects of a line is called. */
export const nameInLine = (line: Line, object: NamedObject["object"], detail: Pick<ImportDetail, "mapping">): string =>
  (object === "opportunity" && opportunityName(line.cells ?? [], detail.mapping)) || nameOfLine(line, detail).name;

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
