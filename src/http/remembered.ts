/**
 * Answers that may take long to find and may then be a little old: one request finds them, the others wait for it or get what
 * it found. They last as long as they are dear: what is found at once is found again at once.
 */
export class Remembered<Value> {
  readonly #timesAsLong: number;
  readonly #found = new Map<number, { readonly value: Promise<Value>; until: number }>();

  /** @param timesAsLong how much longer an answer lasts than it took to find */
  constructor(timesAsLong: number) {
    this.#timesAsLong = timesAsLong;
  }

  /** @param workspace its number; what fails is not remembered */
  async get(workspace: number, find: () => Promise<Value>): Promise<Value> {
    const known = this.#found.get(workspace);
    const started = performance.now();
    if (known && known.until > started) return known.value;
    const entry = { value: find(), until: Number.POSITIVE_INFINITY };
    this.#found.set(workspace, entry);
    try {
      const value = await entry.value;
      const now = performance.now();
      entry.until = now + (now - started) * this.#timesAsLong;
      return value;
    } catch (error) {
      this.#found.delete(workspace);
      throw error;
    }
  }
}
