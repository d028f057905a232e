/** Measures work, without the time that a person took to answer. */
export class Stopwatch {
  #startedAt = performance.now();

  async without<T>(answer: Promise<T>): Promise<T> {
    const asked = performance.now();
    const answered = await answer;
    this.#startedAt += performance.now() - asked;
    return answered;
  }

  seconds(): number {
    return (performance.now() - this.#startedAt) / 1000;
  }
}
