/** The names under which columns are kept as custom data: never empty, never twice, close to the header. */
import { collapseLine } from "../contact/types/clean-text.ts";
import type { ColumnTarget } from "./column-mapping.ts";

/** Characters. Names are shown beside every contact. */
const LONGEST = 200;

/** By column, for the columns that are kept. A target's own name goes first, the header is used where it is `""`. */
export function keptNames(
  columns: readonly { readonly header: string; readonly target: ColumnTarget }[],
): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  const used = new Set<string>();
  const next = new Map<string, number>();
  columns.forEach(({ header, target }, column) => {
    if (target.to !== "keep") return;
    const wanted = cleanName(target.name === "" ? header : target.name) || `Column ${column + 1}`;
    let name = wanted;
    let number = next.get(wanted) ?? 2;
    while (used.has(name)) name = `${wanted} (${number++})`;
    next.set(wanted, number);
    used.add(name);
    names.set(column, name);
  });
  return names;
}

function cleanName(text: string): string {
  const cut = text.length > LONGEST ? text.slice(0, LONGEST) : text;
  const clean = collapseLine(cut);
  return typeof clean === "string" ? clean : cut.trim();
}
