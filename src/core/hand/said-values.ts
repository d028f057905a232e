/** What somebody says of a contact by hand, as a file of one line: its columns, its cells, and which fields are to be empty. */
import type { Field } from "../contact/field.ts";
import { LIST_TYPES } from "../contact/field.ts";
import { listCell } from "../contact/list-cell.ts";
import { listText } from "../contact/list-text.ts";
import { isBlankCell } from "../contact/types/clean-text.ts";
import type { ValueSettings } from "../contact/value-settings.ts";
import type { ColumnMapping } from "../mapping/column-mapping.ts";
import { KEPT_PREFIX } from "../plan/shape.ts";
import { accept, type Result, refuseNaming } from "../problem/refusal.ts";
import { shown } from "../problem/shown-text.ts";
import { protectCell } from "../tabular/rows/protect-cell.ts";

/** By field key, custom data under `kept:NAME`; null, or nothing visible, = the field is to be empty. */
export type SaidValues = ReadonlyMap<string, string | readonly string[] | null>;

export type SaidRow = {
  readonly mapping: readonly ColumnMapping[];
  readonly cells: readonly string[];
  /** Keys of fields that are to be empty. */
  readonly cleared: readonly string[];
};

type Known = {
  readonly fields: readonly Field[];
  /** Names of the custom data that the contact has; others are none of its fields. */
  readonly kept: ReadonlySet<string>;
  /** What lists are read with. */
  readonly settings: ValueSettings;
};

export function rowOf(said: SaidValues, { fields, kept, settings }: Known): Result<SaidRow> {
  const byKey = new Map(fields.map((field) => [field.key, field]));
  const mapping: ColumnMapping[] = [];
  const cells: string[] = [];
  const cleared: string[] = [];
  for (const [key, value] of said) {
    const field = byKey.get(key) ?? null;
    const name = key.startsWith(KEPT_PREFIX) ? key.slice(KEPT_PREFIX.length) : null;
    if (name === null ? field === null : !kept.has(name))
      return refuseNaming("field_unknown", [key], `There is no field “${shown(key)}” that could be written.`);
    if (field?.type === "id")
      return refuseNaming("field_read_only", [field.label], `The field “${shown(key)}” is not written by hand.`);
    const target = name === null ? ({ to: "field", field: key } as const) : ({ to: "keep", name } as const);
    const column = mapping.length;
    mapping.push({
      ...{ column, target, header: field?.label ?? name ?? key },
      ...{ foundBy: "person", confidence: 1, reason: "", samples: [] },
    });
    const cell = cellOf(value, field, settings);
    cells.push(cell);
    if (cell === "") cleared.push(key);
  }
  return accept({ mapping, cells, cleared });
}

/** As it would stand in a file, so that it is read back as exactly what was said. */
function cellOf(value: string | readonly string[] | null, field: Field | null, settings: ValueSettings): string {
  if (value === null) return "";
  if (typeof value === "string") return isBlankCell(value) ? "" : protectCell(value);
  const items = value.filter((item) => !isBlankCell(item));
  if (items.length === 0) return "";
  if (field === null || !LIST_TYPES.has(field.type)) return protectCell(items.join(", "));
  return protectCell(listCell(field, settings)(listText(items)));
}
