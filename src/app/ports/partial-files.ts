/** Files that come in parts, until they are whole and go to the file store. */
export interface PartialFiles {
  /** Bytes that are there; 0 = nothing is. */
  size(name: string): Promise<number>;
  /** Adds bytes behind those that are there, and answers how many there are then. What came before a fault stays. */
  append(name: string, bytes: AsyncIterable<Uint8Array>): Promise<number>;
  read(name: string): AsyncIterable<Uint8Array>;
  remove(name: string): Promise<void>;
}
