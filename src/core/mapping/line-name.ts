/** Whom or what a line of a file is about, by the cells of the columns that name it: pages and commands say the same. */
import { isDumped, isNoWord } from "../contact/placeholder.ts";
import type { ColumnMapping } from "./column-mapping.ts";

/** The first of which the cells say something. */
const NAMES = [["full_name"], ["first_name", "last_name"], ["name"], ["opportunity_name"]];
const BESIDES = ["email", "phone", "account_name", "linkedin_url", "external_id", "account_id", "id"];

/** Fields that say what a contact is called. */
export const CONTACT_NAMES: readonly string[] = NAMES.slice(0, 2).flat();

type Mapping = readonly Pick<ColumnMapping, "column" | "target">[];

/** Of a line about two objects. */
export const opportunityName = (cells: readonly string[], mapping: Mapping): string =>
  textOf("opportunity_name", cells, mapping);

function textOf(field: string, cells: readonly string[], mapping: Mapping): string {
  const column = mapping.find(({ target }) => target.to === "field" && target.field === field);
  const text = column === undefined ? "" : (cells[column.column] ?? "").trim();
  return isDumped(text) || isNoWord(text) ? "" : text;
}

export type LineName = { readonly name: string; readonly beside: string };

/** Both empty where the cells say nothing, or are not there any more. */
export function lineName(cells: readonly string[], mapping: Mapping): LineName {
  const written = (fields: readonly string[]): readonly string[] =>
    fields.map((field) => textOf(field, cells, mapping)).filter((text) => text !== "");
  const names = NAMES.map(written).find((parts) => parts.length > 0) ?? [];
  const besides = written(BESIDES);
  if (names.length > 0) return { name: names.join(" "), beside: besides[0] ?? "" };
  const [first = cells.find((cell) => cell.trim() !== "") ?? "", second = ""] = besides;
  return { name: first, beside: second };
}
