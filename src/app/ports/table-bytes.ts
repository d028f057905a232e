/** The bytes of a named or stored file: any part of them, or all in turn. */
export type TableBytes = {
  /** Bytes. */
  readonly size: number;
  /** Up to `length` bytes from `offset` on; fewer at the end of the file. */
  slice(offset: number, length: number): Promise<Uint8Array>;
  /** From `offset` to the end. The buffer may be used again for the next piece. */
  bytes(offset?: number): AsyncIterable<Uint8Array>;
};
