/**
 * Batches in their order, with what they will ask the identity index found while the ones before them are written. The
 * first batch is let through alone: it shows whether there is anything to be found.
 */
import type { DraftBatch } from "../../../core/plan/draft.ts";
import { AHEAD_BATCHES } from "../../limits.ts";
import type { DraftChunk, KeyAsk, KeysAhead } from "../../ports.ts";

type Ahead = {
  readonly keys: KeysAhead;
  /** What a batch asks first. */
  readonly asks: (drafts: DraftBatch) => readonly KeyAsk[];
};

/** `found`: the keys of the chunk's group are known. */
type Waiting = { readonly chunk: DraftChunk; readonly found: Promise<void> };

/** @param begin asked once, when the first batch is done; null = nothing is to be looked up ahead */
export async function* lookAhead(
  chunks: AsyncIterable<DraftChunk>,
  begin: () => Ahead | null,
): AsyncGenerator<DraftChunk> {
  let ahead: Ahead | null | undefined;
  const waiting: Waiting[] = [];
  let group: DraftChunk[] = [];
  const announce = (): void => {
    const asks = group.flatMap((chunk) => (chunk.ok && ahead ? ahead.asks(chunk.drafts) : []));
    const found = ahead ? ahead.keys.find(asks) : Promise.resolve();
    // Thrown where it is waited for; whoever stops before does not wait.
    found.catch(() => undefined);
    waiting.push(...group.map((chunk) => ({ chunk, found })));
    group = [];
  };
  try {
    for await (const chunk of chunks) {
      if (!ahead) {
        yield chunk;
        if (ahead === undefined) ahead = begin();
        continue;
      }
      group.push(chunk);
      if (group.length === AHEAD_BATCHES) announce();
      // Two groups: while one is worked on, the next is looked up.
      if (waiting.length + group.length > 2 * AHEAD_BATCHES) yield* first(waiting);
    }
    announce();
    while (waiting.length > 0) yield* first(waiting);
  } finally {
    await ahead?.keys.end();
  }
}

async function* first(waiting: Waiting[]): AsyncGenerator<DraftChunk> {
  const next = waiting.shift();
  if (!next) return;
  await next.found;
  yield next.chunk;
}
