/** Saved mappings as programs read them. */
import type { SavedMapping } from "../ports/mapping-store.ts";

export const mappingJson = ({ fingerprint, name, usedAt, mapping, constants }: SavedMapping) => ({
  ...{ mapping: fingerprint, name },
  usedAt: new Date(usedAt).toISOString(),
  columns: mapping.map(({ header, target, values }) => ({ header, target, values })),
  constants,
});
