/** Cells of one card while they are being filled: a value that has no room in its column is never dropped unseen. */
import type { CardColumn } from "./card-columns.ts";

const SEPARATOR = /[,;]/;

export class Cells {
  readonly #cells = new Map<string, string>();
  readonly #lists = new Map<string, Set<string>>();

  /** For columns of one value: the first that is not blank stays. True where it was taken. */
  first(column: CardColumn, value: string): boolean {
    const text = value.trim();
    if (text === "" || this.#cells.has(column)) return false;
    this.#cells.set(column, text);
    return true;
  }

  /** For columns of free text: values stand below each other, each once. */
  further(column: string, value: string): void {
    const text = value.trim();
    if (text === "") return;
    const above = this.#cells.get(column);
    if (above === undefined) this.#cells.set(column, text);
    else if (!`\n${above}\n`.includes(`\n${text}\n`)) this.#cells.set(column, `${above}\n${text}`);
  }

  /** For columns that hold lists: an item with a separator in it is quoted. */
  listed(column: CardColumn, values: readonly string[]): void {
    const list = this.#lists.get(column) ?? new Set();
    for (const value of values) if (value.trim() !== "") list.add(value.trim());
    if (list.size > 0) this.#lists.set(column, list);
  }

  done(): ReadonlyMap<string, string> {
    for (const [column, list] of this.#lists) this.#cells.set(column, Array.from(list, listItem).join(", "));
    return this.#cells;
  }
}

const listItem = (item: string): string => (SEPARATOR.test(item) ? `"${item.replaceAll('"', '""')}"` : item);
