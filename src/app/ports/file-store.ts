/** Source files as they were uploaded, kept under the digest of their bytes. */
import type { Result } from "../../core/problem/refusal.ts";

export interface FileStore {
  /**
   * Stores a stream to its end, or refuses it and keeps nothing. What is stored is held until it is let go as often as it
   * was put: the same bytes may be put for several imports at once. `maxBytes`: null = no cap.
   */
  put(bytes: AsyncIterable<Uint8Array>, maxBytes: number | null): Promise<Result<StoredFile>>;
  /** Bytes from `offset` on, to the end or no more than `length`; the buffer is used again for the next piece. */
  read(key: string, offset?: number, length?: number): AsyncIterable<Uint8Array>;
  /** Up to `length` bytes from `offset` on. */
  slice(key: string, offset: number, length: number): Promise<Uint8Array>;
  has(key: string): Promise<boolean>;
  /** Ends one hold of this process. */
  letGo(key: string): Promise<void>;
  /** By any process; a hold ends a day after its process has died. */
  isHeld(key: string): Promise<boolean>;
  /** A folder keeps it where somebody holds it by then; a bucket cannot. */
  remove(key: string): Promise<void>;
}
/** `digest`: hex SHA-256. */
export type StoredFile = { readonly key: string; readonly digest: string; readonly bytes: number };
