/**
 * The ids that people and files see (`con_…`, `imp_…`, `mem_…`), made from the small numbers that the databases use.
 *
 * The number is scrambled with the workspace's own key (a four-round Feistel network over 2 x 25 bits), so that an id of
 * another workspace, a mistyped one, or one that a spreadsheet counted up (`…12`, `…13`) decodes to a number that
 * was never given out, instead of to somebody else's contact. It hides nothing: permission is checked elsewhere.
 */

import type { ObjectKind } from "./object/object-kind.ts";

const HALF_BITS = 25;
const HALF_MASK = 2 ** HALF_BITS - 1;
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"; // Crockford base 32: no i, l, o, u
const DIGITS = 10; // 50 bits

/** Numbers are scrambled differently for each kind: part of what a prefix means, so never changed. */
const SALTS = {
  con: 0x1b873593,
  imp: 0x2545f491,
  acc: 0x38b34ae5,
  mem: 0x61c88647,
  wfl: 0x6c62272e,
  eff: 0x27d4eb2f,
  opp: 0x4cf5ad43,
  pip: 0x5bd1e995,
  stg: 0x6c8e9cf5,
  mrg: 0x7f4a7c15,
  key: 0x3c6ef372,
  ntf: 0x1f83d9ab,
  whk: 0x510e527f,
  upl: 0x4be98134,
  blk: 0x5be0cd19,
  viw: 0x428a2f98,
  ers: 0x71374491,
} as const;
export type IdPrefix = keyof typeof SALTS;

export const ID_PREFIX: Readonly<Record<ObjectKind, IdPrefix>> = {
  contact: "con",
  account: "acc",
  opportunity: "opp",
  pipeline: "pip",
  stage: "stg",
};

const round = (half: number, key: number, step: number): number => {
  let mixed = Math.imul(half ^ key ^ Math.imul(step + 1, 0x9e3779b1), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) & HALF_MASK;
};

/** `idKey`: the workspace's 32-bit key. `number`: 0 to 2^50 - 1. */
export function encodeId(prefix: IdPrefix, idKey: number, number: number): string {
  const key = idKey ^ SALTS[prefix];
  let left = Math.floor(number / 2 ** HALF_BITS);
  let right = number % 2 ** HALF_BITS;
  for (let step = 0; step < 4; step++) [left, right] = [right, left ^ round(right, key, step)];
  let text = "";
  let high = left;
  let low = right;
  for (let digit = 0; digit < DIGITS / 2; digit++) {
    text = ALPHABET.charAt(low & 31) + text;
    low >>>= 5;
  }
  for (let digit = 0; digit < DIGITS / 2; digit++) {
    text = ALPHABET.charAt(high & 31) + text;
    high >>>= 5;
  }
  return `${prefix}_${text}`;
}

/** The number behind an id, or null where the text is no id of that kind. Whether the number was ever given out is the caller's to check. */
export function decodeId(prefix: IdPrefix, idKey: number, text: string): number | null {
  const trimmed = text.trim().toLowerCase();
  if (trimmed.length !== prefix.length + 1 + DIGITS || !trimmed.startsWith(`${prefix}_`)) return null;
  let left = 0;
  let right = 0;
  for (let digit = 0; digit < DIGITS; digit++) {
    const value = ALPHABET.indexOf(trimmed.charAt(prefix.length + 1 + digit));
    if (value < 0) return null;
    if (digit < DIGITS / 2) left = (left << 5) | value;
    else right = (right << 5) | value;
  }
  const key = idKey ^ SALTS[prefix];
  for (let step = 3; step >= 0; step--) [left, right] = [right ^ round(left, key, step), left];
  return left * 2 ** HALF_BITS + right;
}
