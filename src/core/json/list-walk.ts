/** Follows the names from the top of a JSON value, and finds the lists of objects that stand inside of objects. */

export type FoundList = {
  /** The names that lead to it: `data`, `contacts`. */
  readonly path: readonly string[];
  readonly line: number;
};

/** How deep inside of objects a list of contacts is looked for. */
const MAX_PATH = 3;
/** More of them are no envelope of contacts. */
const MAX_LISTS = 50;

export class ListWalk {
  /** Lists whose first element is an object, in order. */
  readonly lists: FoundList[] = [];
  /** Names that lead to where the text stands; null for what is an element of a list. */
  readonly #path: (string | null)[] = [];
  #key: string | null = null;
  /** The list that has just begun, if it may hold rows. */
  #begun: FoundList | null = null;

  get depth(): number {
    return this.#path.length;
  }

  /** Gives the list that begins here, if there are only objects around it. */
  open(kind: "object" | "array", line: number): FoundList | null {
    if (this.#begun !== null && kind === "object" && this.lists.length < MAX_LISTS) this.lists.push(this.#begun);
    this.#path.push(this.#key);
    this.#key = null;
    const path = this.#path.slice(1).filter((name) => name !== null);
    const isPlain = path.length === this.#path.length - 1 && path.length > 0 && path.length <= MAX_PATH;
    this.#begun = kind === "array" && isPlain ? { path, line } : null;
    return this.#begun;
  }

  close(): void {
    this.#begun = null;
    this.#path.pop();
  }

  key(name: string): void {
    this.#key = name;
  }

  value(): void {
    this.#begun = null;
    this.#key = null;
  }
}
