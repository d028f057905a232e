/**
 * Two columns of one kind, `Phone` and `Mobile`: the second is read into the list beside the field, and stands in for the
 * first where that is empty. A column whose header names the list itself (`Additional phone numbers`) never does.
 */
import type { Field } from "../contact/field.ts";
import type { ColumnMapping } from "../mapping/column-mapping.ts";
import { indexNames } from "../mapping/name-index.ts";
import { OVERFLOW } from "../mapping/overflow-field.ts";
import { headerRecogniser } from "../mapping/recognise-header.ts";

/** Slots of a field and of the list beside it, where the file has columns for both that mean the field. */
export type FurtherColumns = { readonly first: number; readonly further: number };

export function furtherColumns(
  mapping: readonly ColumnMapping[],
  slotOf: ReadonlyMap<string, number>,
  fields: readonly Field[],
): readonly FurtherColumns[] {
  const columnsOf = (key: string): readonly ColumnMapping[] =>
    mapping.filter(({ target }) => target.to === "field" && target.field === key);
  const both = [...OVERFLOW].filter(([field, list]) => columnsOf(field).length > 0 && columnsOf(list).length > 0);
  if (both.length === 0) return [];
  const recognise = headerRecogniser(indexNames(fields));
  return both.flatMap(([field, list]) => {
    const [first, further] = [slotOf.get(field), slotOf.get(list)];
    const areAlike = columnsOf(list).every(({ header }) => recognise(header)?.field.key === field);
    return areAlike && first !== undefined && further !== undefined ? [{ first, further }] : [];
  });
}
