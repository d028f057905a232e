/** The bytes of a named or stored file: any part of them, or all in turn. */
export type TableBytes = {
  /** Bytes. */
  readonly size: number;
  slice(offset: number, length: number): Promise<Uint8Array>;
  bytes(): AsyncIterable<Uint8Array>;
};
