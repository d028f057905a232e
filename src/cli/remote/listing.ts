/** What a server lists: with `--json` one object a line, else a table of some of it. */
import { shown } from "../../core/problem/shown-text.ts";
import type { ExitCode } from "../cli.ts";
import { renderTable, type TableColumn } from "../words/table.ts";
import { number } from "../words/text.ts";
import type { Json, Page } from "./remote-server.ts";
import type { RemoteSession } from "./remote-session.ts";

/** A column of the table: its head, and what stands in it. */
export type Shown<Item> = { readonly head: string; readonly of: (item: Item) => unknown };

export type Listing<Item> = {
  readonly columns: readonly Shown<Item>[];
  /** Said where there is nothing. */
  readonly none: string;
};

export async function printList<Item>(
  { terminal }: RemoteSession,
  { items, next = null }: Page<Item>,
  { columns, none }: Listing<Item>,
): Promise<ExitCode> {
  if (terminal.json) for (const item of items) await terminal.printJson(item);
  else if (items.length === 0) terminal.note(none);
  else {
    const rows = items.map((item) => columns.map(({ of }) => valueWords(of(item))));
    const heads = columns.map(({ head, of }): TableColumn => {
      const isNumber = items.every((item) => typeof of(item) === "number");
      return isNumber ? { head, align: "right" } : { head };
    });
    await terminal.print(...renderTable(heads, rows, terminal.width));
  }
  if (next !== null) terminal.note(`There are more: --cursor ${next}`);
  return 0;
}

export function valueWords(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return number(value);
  if (typeof value === "boolean") return value ? "yes" : "";
  if (typeof value === "string") return shown(value);
  if (Array.isArray(value))
    return value
      .map(valueWords)
      .filter((words) => words !== "")
      .join(", ");
  const { name } = value as { readonly name?: unknown };
  return typeof name === "string" ? shown(name) : "";
}

/** By its key, where the answer is typed by no more than that it is an object. */
export const at =
  (key: string) =>
  (item: Json): unknown =>
    item[key];
