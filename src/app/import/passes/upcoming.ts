/** What comes one after the other, with a look at what is next. */
export class Upcoming<T> {
  readonly #items: AsyncIterator<T, unknown>;
  #seen: Promise<IteratorResult<T, unknown>> | null = null;

  constructor(items: AsyncIterable<T>) {
    this.#items = items[Symbol.asyncIterator]() as AsyncIterator<T, unknown>;
  }

  next(): Promise<IteratorResult<T, unknown>> {
    const next = this.peek();
    this.#seen = null;
    return next;
  }

  /** What `next` will answer. */
  peek = (): Promise<IteratorResult<T, unknown>> => {
    this.#seen ??= this.#items.next();
    return this.#seen;
  };

  /** Nobody wants the rest. */
  async end(): Promise<void> {
    await this.#seen?.catch(() => undefined);
    await this.#items.return?.();
  }
}
