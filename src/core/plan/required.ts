/** Which fields a row must have before a contact may be made of it. */
import { satisfiedBy } from "../policy/required-to-create.ts";

/** `all`: each of these is needed. `oneOf`: any one of them would do. */
export type MissingFields = { readonly all: readonly string[] } | { readonly oneOf: readonly string[] };

/**
 * What stopped a row from becoming a contact, or null where nothing is missing: the sets that are nearest to complete count.
 *
 * @param sets at least one must be complete; none = nothing is required
 */
export function missingRequired(
  sets: readonly (readonly string[])[],
  textOf: (field: string) => string,
): MissingFields | null {
  const absentOf = (set: readonly string[]): readonly string[] =>
    set.filter((field) => !satisfiedBy(field).some((other) => textOf(other) !== ""));
  const missing = sets.map(absentOf).sort((a, b) => a.length - b.length);
  const nearest = missing[0];
  if (nearest === undefined || nearest.length === 0) return null;
  const singles = missing.filter((absent) => absent.length === 1).flat();
  return singles.length > 1 ? { oneOf: singles } : { all: nearest };
}

/** The same question with the answer yes or no, prepared once and quick for the many rows that lack nothing. */
export function requiredChecker(
  sets: readonly (readonly string[])[],
  slotOf: ReadonlyMap<string, number>,
): (values: readonly string[]) => boolean {
  const compiled = sets.map((set) =>
    set.map((field) => satisfiedBy(field).flatMap((other) => slotOf.get(other) ?? [])),
  );
  const isThere = (slots: readonly number[], values: readonly string[]): boolean => {
    for (const slot of slots) if ((values[slot] ?? "") !== "") return true;
    return false;
  };
  return (values) => {
    for (const set of compiled) {
      let complete = true;
      for (const slots of set) complete = complete && isThere(slots, values);
      if (complete) return true;
    }
    return compiled.length === 0;
  };
}
