/**
 * Answers that may take long to find and may then be a little old: one request finds them, the others wait for it or get what
 * it found. They last as long as they are dear: what is found at once is found again at once.
 */
export class Remembered<Value> {
  readonly #timesAsLong: number;
  readonly #found = new Map<number | string, { readonly value: Promise<Value>; until: number }>();

  /** @param timesAsLong how much longer an answer lasts than it took to find */
  constructor(timesAsLong: number) {
    this.#timesAsLong = timesAsLong;
  }

  /** @param of what it is an answer of, such as the number of a workspace; what fails is not remembered */
  async get(of: number | string, find: () => Promise<Value>): Promise<Value> {
    const started = performance.now();
    for (const [key, { until }] of this.#found) if (until <= started) this.#found.delete(key);
    const known = this.#found.get(of);
    if (known) return known.value;
    const entry = { value: find(), until: Number.POSITIVE_INFINITY };
    this.#found.set(of, entry);
    try {
      const value = await entry.value;
      const now = performance.now();
      entry.until = now + (now - started) * this.#timesAsLong;
      return value;
    } catch (error) {
      this.#found.delete(of);
      throw error;
    }
  }
}
