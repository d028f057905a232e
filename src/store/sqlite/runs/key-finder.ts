/**
 * A thread that looks identity keys up, on a connection of its own, for batches that are still to come; it writes nothing.
 * The keys of several batches are asked for at once: each page of the index is then read once for all of them, which
 * halves the time that a key takes.
 */
import { parentPort, workerData } from "node:worker_threads";
import type { KeyAsk, KeyHits } from "../../../app/ports.ts";
import { openReader } from "../database.ts";
import { findByKeys, type KeyScope } from "./identity-keys.ts";

export type FinderRequest = { readonly scope: KeyScope; readonly asks: readonly KeyAsk[] } | "end";
/** Of each ask in turn. */
export type FinderAnswer = readonly KeyHits[];

const database = openReader(String(workerData));

parentPort?.on("message", (request: FinderRequest) => {
  if (request === "end") {
    database.close();
    parentPort?.close();
    return;
  }
  const { scope, asks } = request;
  const hitsOf = new Map<KeyAsk, KeyHits>();
  for (const [kind, alike] of Map.groupBy(asks, (ask) => ask.kind)) {
    const hashes = distinct(alike.flatMap((ask) => [...ask.hashes]));
    const all = findByKeys(database, scope, { kind, hashes });
    const starts = new Map<number, number>();
    for (const [at, hash] of all.hashes.entries()) if (!starts.has(hash)) starts.set(hash, at);
    for (const ask of alike) hitsOf.set(ask, hitsFor(ask, all, starts));
  }
  const answer: FinderAnswer = asks.flatMap((ask) => hitsOf.get(ask) ?? []);
  parentPort?.postMessage(
    answer,
    answer.flatMap(({ hashes, contacts }) => [hashes.buffer, contacts.buffer] as ArrayBuffer[]),
  );
});

const distinct = (hashes: readonly number[]): Float64Array => Float64Array.from(new Set(hashes));

/** `starts`: where the hits of a hash begin. */
function hitsFor(ask: KeyAsk, all: KeyHits, starts: ReadonlyMap<number, number>): KeyHits {
  const hashes: number[] = [];
  const contacts: number[] = [];
  for (const hash of ask.hashes) {
    for (let at = starts.get(hash) ?? all.hashes.length; all.hashes[at] === hash; at++) {
      hashes.push(hash);
      contacts.push(all.contacts[at] ?? 0);
    }
  }
  return { hashes: Float64Array.from(hashes), contacts: Float64Array.from(contacts) };
}
