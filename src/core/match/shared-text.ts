/** By which text of a key a row and another one are the same. */
import type { MatchKeySpec } from "./match-keys.ts";
import type { ValueAt } from "./object-keys.ts";

/** The first of the row's texts where the other one is not known, or holds none of them any more. */
export function sharedText({ texts }: Pick<MatchKeySpec, "texts">, row: ValueAt, other: ValueAt | null): string {
  const ours = texts(row);
  const theirs = ours.length < 2 || other === null ? ours : texts(other);
  return ours.find((text) => theirs.includes(text)) ?? ours[0] ?? "";
}
