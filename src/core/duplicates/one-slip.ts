/** Whether two words are one slip of the pen apart: a letter left out, put in, taken for another, or swapped with its neighbour. */

export type Slip = {
  readonly kind: "swap" | "extra" | "other";
  /** Place of the first letter that differs. */
  readonly at: number;
};

/** Null where the words are equal, or further apart. */
export function oneSlip(one: string, other: string): Slip | null {
  if (one === other || Math.abs(one.length - other.length) > 1) return null;
  const [shorter, longer] = one.length <= other.length ? [one, other] : [other, one];
  let at = 0;
  while (at < shorter.length && shorter.charCodeAt(at) === longer.charCodeAt(at)) at++;
  if (shorter.length < longer.length) return shorter.slice(at) === longer.slice(at + 1) ? { kind: "extra", at } : null;
  if (shorter.slice(at + 1) === longer.slice(at + 1)) return { kind: "other", at };
  const swapped = longer.charAt(at + 1) + longer.charAt(at) + longer.slice(at + 2);
  return shorter.slice(at) === swapped ? { kind: "swap", at } : null;
}
