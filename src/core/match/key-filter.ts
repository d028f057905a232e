/**
 * Which key hashes have come more than once, with memory that does not grow with the file: two blocked Bloom filters.
 * It never misses a repeat; at two bytes a key it takes about one key in a thousand for a repeat that is none, which
 * whoever settles the candidates finds out. (Putze, Sanders, Singler: Cache-, Hash- and Space-Efficient Bloom Filters.)
 */

const BLOCK_WORDS = 16; // 64 bytes: one cache line
const PROBES = 5;
/** Bytes in which one key leaves its mark. */
export const KEY_BLOCK_BYTES = 4 * BLOCK_WORDS;

export class KeyFilter {
  readonly #once: Uint32Array;
  readonly #repeated: Uint32Array;
  readonly #blockMask: number;

  /** @param memory half of it for each of the two filters: a power of two, 128 bytes at least; threads may share it */
  constructor(memory: ArrayBufferLike) {
    const bytes = memory.byteLength / 2;
    this.#once = new Uint32Array(memory, 0, bytes / 4);
    this.#repeated = new Uint32Array(memory, bytes, bytes / 4);
    this.#blockMask = bytes / 64 - 1;
  }

  /** True where the hash has (almost surely) come before. */
  add(hash: number): boolean {
    if (!touch(this.#once, this.#blockMask, hash, true)) return false;
    touch(this.#repeated, this.#blockMask, hash, true);
    return true;
  }

  mayHave(hash: number): boolean {
    return touch(this.#once, this.#blockMask, hash, false);
  }

  mayRepeat(hash: number): boolean {
    return touch(this.#repeated, this.#blockMask, hash, false);
  }
}

/** Of a filter's memory, what says which keys have come: its first half. */
export const keysThatCame = (memory: ArrayBufferLike): Uint8Array => new Uint8Array(memory, 0, memory.byteLength / 2);

/** The block, of so many, in which a key leaves its mark. */
export const blockOfKey = (hash: number, blocks: number): number => blockFor(hash, blocks - 1);

/** The same as `mayHave`, asked of the key's block alone. */
export const blockMayHave = (block: Uint32Array, hash: number): boolean => touch(block, 0, hash, false);

export function addToBlock(block: Uint32Array, hash: number): void {
  touch(block, 0, hash, true);
}

const blockFor = (hash: number, blockMask: number): number => {
  const high = (hash / 4294967296) | 0;
  return (Math.imul((hash | 0) ^ (high << 11), 0x9e3779b1) >>> 6) & blockMask;
};

/** Answers whether all bits of the hash were set; with `set` they are afterwards. */
function touch(words: Uint32Array, blockMask: number, hash: number, set: boolean): boolean {
  const low = hash | 0;
  const high = (hash / 4294967296) | 0;
  const block = blockFor(hash, blockMask);
  const base = block * BLOCK_WORDS;
  let bits = Math.imul(low ^ (low >>> 15), 0x85ebca6b) ^ high;
  let all = true;
  for (let probe = 0; probe < PROBES; probe++) {
    bits = Math.imul(bits, 0x2c1b3c6d) + 0x297a2d39;
    const word = base + ((bits >>> 27) & (BLOCK_WORDS - 1));
    const bit = 1 << ((bits >>> 20) & 31);
    const present = words[word] ?? 0;
    if ((present & bit) === 0) {
      all = false;
      if (!set) return false;
      words[word] = present | bit;
    }
  }
  return all;
}
