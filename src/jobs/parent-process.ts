/** A worker as the child of a server: hears that there is work, and ends in time when it is asked to. */

/** The one message there is: look for work now. */
export const NUDGE = "look for work";

/** @returns stops listening, so that the process can end by itself */
export function onNudge(nudge: () => void): () => void {
  const heard = (message: unknown): void => {
    if (message === NUDGE) nudge();
  };
  process.on("message", heard);
  // Listening alone must not keep the process.
  process.channel?.unref();
  return () => process.off("message", heard);
}

/** What cannot be stopped, such as the merge of many keys into the index, is left as if the process had been killed: the next worker does it again. */
const STOP_MS = 8_500;

/** @returns the limit is taken back */
export function endInTime(signal: AbortSignal): () => void {
  let timer: NodeJS.Timeout | undefined;
  const begin = (): void => {
    timer = setTimeout(() => process.exit(0), STOP_MS).unref();
  };
  if (signal.aborted) begin();
  else signal.addEventListener("abort", begin, { once: true });
  return () => {
    signal.removeEventListener("abort", begin);
    clearTimeout(timer);
  };
}
