/** Work that cannot be stopped from within: who waits for it waits no longer than until the signal. */

/** What the work comes to after the signal is nobody's any more, also where it fails. */
export function orStopped<Value>(
  work: () => Promise<Value>,
  signal: AbortSignal | undefined,
): Promise<Value | "stopped"> {
  if (signal === undefined) return work();
  if (signal.aborted) return Promise.resolve("stopped");
  const { promise, resolve } = Promise.withResolvers<"stopped">();
  const stop = (): void => resolve("stopped");
  signal.addEventListener("abort", stop, { once: true });
  return Promise.race([work(), promise]).finally(() => signal.removeEventListener("abort", stop));
}
