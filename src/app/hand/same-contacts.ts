/** Who else has what a contact is about to be recognised by: asked of the identity index, and believed only of the texts. */
import type { Field } from "../../core/contact/field.ts";
import { keyHash } from "../../core/match/key-hash.ts";
import { type MatchKeySpec, matchKeySpecs } from "../../core/match/match-keys.ts";
import type { ValueAt } from "../../core/match/object-keys.ts";
import { alreadyExists } from "../../core/plan/row-refusals.ts";
import { compileShape, type ImportShape } from "../../core/plan/shape.ts";
import type { MatchKey } from "../../core/policy/policy.ts";
import type { Problem } from "../../core/problem/problem.ts";
import type { BatchReader } from "../ports.ts";

/** What one contact holds before and after, by field key. */
type Turn = {
  readonly contact: number;
  readonly before: ReadonlyMap<string, string>;
  readonly after: ReadonlyMap<string, string>;
};

/** More that share a key than these help nobody. */
const MOST_NAMED = 5;

/** One problem for each of the others, at the field that they share. What two contacts shared before is no news. */
export async function othersLike(
  batch: Pick<BatchReader, "findByKeys" | "loadContacts">,
  { fields, match }: { readonly fields: readonly Field[]; readonly match: readonly MatchKey[] },
  turn: Turn,
): Promise<readonly Problem[]> {
  const shape = compileShape([], fields);
  const found = new Map<number, Problem>();
  for (const spec of matchKeySpecs(match, shape)) {
    const texts = gainedTexts(spec, shape, turn);
    if (spec.kind === null || texts.length === 0) continue;
    const hits = await batch.findByKeys(spec.kind, Float64Array.from(texts.map(keyHash)));
    const others = [...new Set(hits.contacts)].filter((number) => number !== turn.contact && !found.has(number));
    for (const [number, { values }] of await batch.loadContacts(others, shape)) {
      const held: ValueAt = (slot) => values[slot] ?? "";
      const shared = spec.texts(held).find((text) => texts.includes(text));
      if (shared === undefined || !spec.agrees(valuesOf(shape, turn.after), held)) continue;
      const problem = alreadyExists({ contact: number, key: spec.match, value: shared }, "error");
      found.set(number, { ...problem, field: fieldOf(spec, shape, { text: shared, values: turn.after }) });
    }
  }
  return [...found.values()].slice(0, MOST_NAMED);
}

const valuesOf =
  ({ slots }: ImportShape, values: ReadonlyMap<string, string>): ValueAt =>
  (slot) =>
    values.get(slots[slot]?.key ?? "") ?? "";

/** An address counts within its account: where that changes, each address is a new one there. */
function gainedTexts(spec: MatchKeySpec, shape: ImportShape, { before, after }: Turn): readonly string[] {
  const texts = spec.texts(valuesOf(shape, after));
  const isMoved = ["account_id", "account_name"].some((field) => before.get(field) !== after.get(field));
  if (spec.match === "account_email" && isMoved) return texts;
  const had = new Set(spec.texts(valuesOf(shape, before)));
  return texts.filter((text) => !had.has(text));
}

/** Where the text stands; a key of several fields is shown at the last of them. */
function fieldOf(
  { slots }: MatchKeySpec,
  shape: ImportShape,
  { text, values }: { readonly text: string; readonly values: ReadonlyMap<string, string> },
): string {
  const keys = slots.flatMap((slot) => shape.slots[slot]?.key ?? []).filter((key) => values.has(key));
  return keys.find((key) => values.get(key)?.toLowerCase().includes(text.toLowerCase()) === true) ?? keys.at(-1) ?? "";
}
