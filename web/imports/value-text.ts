/** A value of a field as text: lists with commas, nothing as the word for it. */
export function valueText(value: unknown, empty: string): string {
  if (value === null || value === undefined || value === "") return empty;
  return Array.isArray(value) ? value.join(", ") : String(value);
}

/** Of a change: what was there, and what is there now. */
export const beforeAfter = (change: unknown): readonly [unknown, unknown] =>
  Array.isArray(change) ? [change[0] ?? null, change[1] ?? null] : [null, change];
