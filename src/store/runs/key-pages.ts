/** The filters over a file's keys as either database keeps them: in pages, so that a key is looked up in one of them, and changed with it. */
import { blockOfKey, KEY_BLOCK_BYTES, keysThatCame } from "../../core/match/key-filter.ts";

const PAGE_BYTES = 64 * 1024;

/** A piece of the filter of one part of the file. */
export type KeyPage = { readonly part: number; readonly page: number; readonly keys: Uint8Array };

/** @param memories of the filters, part by part */
export function* keyPages(memories: readonly ArrayBufferLike[]): Generator<KeyPage> {
  for (const [part, memory] of memories.entries()) {
    const keys = keysThatCame(memory);
    for (let at = 0; at < keys.length; at += PAGE_BYTES)
      yield { part, page: at / PAGE_BYTES, keys: keys.slice(at, at + PAGE_BYTES) };
  }
}

/** Where a key's block is. @param bytes of the part's whole filter */
export function blockPlace(key: number, bytes: number): { readonly page: number; readonly at: number } {
  const at = blockOfKey(key, bytes / KEY_BLOCK_BYTES) * KEY_BLOCK_BYTES;
  return { page: Math.floor(at / PAGE_BYTES), at: at % PAGE_BYTES };
}

/** @param bytes those that the block is in, and are no part of a larger buffer; @param at where it begins */
export const keyBlock = (bytes: Uint8Array, at: number): Uint32Array =>
  new Uint32Array(bytes.buffer, at, KEY_BLOCK_BYTES / 4);
