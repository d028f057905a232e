/** Which fields a row must have before a contact may be made of it. */

/** A name may come whole or in parts: each of these counts as the other. */
const SATISFIED_BY: ReadonlyMap<string, readonly string[]> = new Map([
  ["full_name", ["full_name", "first_name", "last_name"]],
]);

/**
 * `sets`: at least one must be complete; none = nothing is required.
 * Answers the fields whose absence stopped the row (one per set that is shortest to complete), or null where nothing is missing.
 */
export function missingRequired(
  sets: readonly (readonly string[])[],
  textOf: (field: string) => string,
): readonly string[] | null {
  let missing: readonly string[] | null = null;
  for (const set of sets) {
    const absent = set.filter((field) => !(SATISFIED_BY.get(field) ?? [field]).some((other) => textOf(other) !== ""));
    if (absent.length === 0) return null;
    if (missing === null || absent.length < missing.length) missing = absent;
    else if (absent.length === 1 && missing.length === 1) missing = [...missing, ...absent];
    else if (missing.length > 1 && absent.length === 1) missing = absent;
  }
  return missing;
}
