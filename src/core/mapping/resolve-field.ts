/** The field that a person means by a word: its key, its label or an alias, in any case and spacing. */
import { FIELD_ALIASES } from "../contact/builtin-fields.ts";
import type { Field } from "../contact/field.ts";
import { accept, type Result, refuse } from "../problem/refusal.ts";
import { headerKey } from "./header-key.ts";

const MOST_NEAR = 5;

export function resolveField(word: string, fields: readonly Field[]): Result<Field> {
  const exact = fields.find((field) => field.key === word);
  if (exact !== undefined) return accept(exact);
  const wanted = headerKey(word);
  const alias = [...FIELD_ALIASES].find(([name]) => headerKey(name) === wanted)?.[1];
  const found =
    fields.find((field) => headerKey(field.key) === wanted) ??
    fields.find((field) => headerKey(field.label) === wanted) ??
    fields.find((field) => field.key === alias);
  if (found !== undefined && wanted !== "") return accept(found);
  const near = nearestKeys(wanted, fields);
  return refuse({
    code: "field_unknown",
    message: `There is no field "${word}".`,
    fix: `The nearest are ${near.join(", ")} (muster fields lists all). Leave the name out to ignore the column, or write keep to keep it as custom data.`,
  });
}

function nearestKeys(wanted: string, fields: readonly Field[]): readonly string[] {
  const scored = fields.map((field) => ({ key: field.key, score: likeness(wanted, headerKey(field.key)) }));
  scored.sort((a, b) => b.score - a.score);
  return scored.slice(0, MOST_NEAR).map(({ key }) => key);
}

/** Dice coefficient over pairs of letters: 0 to 1, without regard to where the pairs stand. */
function likeness(one: string, other: string): number {
  const pairs = (text: string): Set<string> => {
    const found = new Set<string>();
    for (let at = 0; at + 1 < text.length; at++) found.add(text.slice(at, at + 2));
    return found;
  };
  const [ours, theirs] = [pairs(one), pairs(other)];
  let shared = 0;
  for (const pair of ours) if (theirs.has(pair)) shared++;
  return ours.size + theirs.size === 0 ? 0 : (2 * shared) / (ours.size + theirs.size);
}
