/** What an object holds once some of its fields have changed. */
export function changedValues(
  values: ReadonlyMap<string, string>,
  /** New texts by field; null = none. */
  changes: ReadonlyMap<string, string | null>,
): ReadonlyMap<string, string> {
  const next = new Map(values);
  for (const [field, text] of changes) {
    if (text === null) next.delete(field);
    else next.set(field, text);
  }
  return next;
}
