/** Which lines stand at places of a file, told by where lines begin: what either database's ledger is walked for. */

/** Offsets in their order. */
export class LinesBefore {
  readonly #offsets: readonly number[];
  readonly #found: number[] = [];
  #last = 0;

  constructor(offsets: readonly number[]) {
    this.#offsets = offsets;
  }

  /** The next line of the file, and where it begins. Answers whether more are wanted. */
  add(line: number, offset: number): boolean {
    while (this.#isOpen && (this.#offsets[this.#found.length] ?? 0) < offset) this.#found.push(this.#last);
    this.#last = line;
    return this.#isOpen;
  }

  /** For each offset the last of the lines that begins there or before; 0 = none. */
  get lines(): readonly number[] {
    while (this.#isOpen) this.#found.push(this.#last);
    return this.#found;
  }

  get #isOpen(): boolean {
    return this.#found.length < this.#offsets.length;
  }
}

/** Of two walks over one file the later line at each place, each line once. */
export const laterLines = (some: LinesBefore, others: LinesBefore): readonly number[] => {
  const lines = some.lines.map((line, at) => Math.max(line, others.lines[at] ?? 0));
  return [...new Set(lines.filter((line) => line > 0))];
};
