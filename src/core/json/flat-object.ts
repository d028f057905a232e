/**
 * One JSON object as the cells of a row: what is nested gets a name with dots (`address.city`, `emails.2.value`), a list of
 * values becomes one cell. Null, and what is empty, is no value.
 */

/** A cell of a list in which an item holds one of these is written as JSON: every list is read from that as well. */
const SEPARATORS = /[,;"\n\r]/;

type Level = {
  readonly name: string;
  /** Objects and lists inside of this list so far; null where this is an object. */
  children: number | null;
  readonly items: string[];
};

export class FlatObject {
  readonly line: number;
  readonly cells = new Map<string, string>();
  /** A name that came twice with different values. */
  repeated: { readonly name: string; readonly line: number } | null = null;
  /** UTF-16 code units of all values. */
  chars = 0;
  readonly #levels: Level[] = [{ name: "", children: null, items: [] }];
  #key = "";

  /** @param line on which its brace opens */
  constructor(line: number) {
    this.line = line;
  }

  get isOpen(): boolean {
    return this.#levels.length > 0;
  }

  open(kind: "object" | "array"): void {
    this.#levels.push({ name: this.#nextName(), children: kind === "array" ? 0 : null, items: [] });
  }

  close(line: number): void {
    const level = this.#levels.pop();
    if (level === undefined || level.items.length === 0) return;
    const written = level.items.some((item) => SEPARATORS.test(item));
    this.#set(level.name, written ? JSON.stringify(level.items) : level.items.join(", "), line);
  }

  key(name: string): void {
    this.#key = name;
  }

  value(text: string | null, line: number): void {
    const level = this.#levels.at(-1);
    if (text === null || text === "" || level === undefined) return;
    this.chars += text.length;
    if (level.children === null) this.#set(this.#nextName(), text, line);
    else level.items.push(text);
  }

  #nextName(): string {
    const level = this.#levels.at(-1);
    if (level === undefined) return "";
    const part = level.children === null ? this.#key : String(++level.children);
    return level.name === "" ? part : `${level.name}.${part}`;
  }

  #set(name: string, text: string, line: number): void {
    const there = this.cells.get(name);
    if (there === undefined) this.cells.set(name, text);
    else if (there !== text) this.repeated ??= { name, line };
  }
}
