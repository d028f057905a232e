/** A value of a field as text: lists with commas, nothing as the word for it. */
export function valueText(value: unknown, empty: string): string {
  if (value === null || value === undefined || value === "") return empty;
  return Array.isArray(value) ? value.join(", ") : String(value);
}

/** Of a change: what was there, and what is there now. */
export const beforeAfter = (change: unknown): readonly [unknown, unknown] =>
  Array.isArray(change) ? [change[0] ?? null, change[1] ?? null] : [null, change];

const isKept = (field: string): boolean => field.startsWith("kept:");

/** Fields before custom data that is merely kept. */
export const sortedChanges = (changes: Readonly<Record<string, unknown>>): readonly (readonly [string, unknown])[] =>
  Object.entries(changes).sort(([a], [b]) => Number(isKept(a)) - Number(isKept(b)));
