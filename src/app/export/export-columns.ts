/** The columns of an export: the record id, then the fields that contacts use or a person has asked for. */
import type { Field } from "../../core/contact/field.ts";
import { safeCell } from "../../core/contact/safe-cell.ts";
import { type ValueSettings, valueSettingsOf } from "../../core/contact/value-settings.ts";
import type { ColumnTarget } from "../../core/mapping/column-mapping.ts";
import type { ObjectKind } from "../../core/object/object-kind.ts";
import { KEPT_PREFIX } from "../../core/plan/shape.ts";
import { fieldHeader } from "../../core/policy/field-header.ts";
import type { Preset } from "../../core/policy/preset.ts";
import { accept, type Result } from "../../core/problem/refusal.ts";
import { encodeId, ID_PREFIX } from "../../core/public-id.ts";
import { protectCell } from "../../core/tabular/rows/protect-cell.ts";
import type { ObjectRow, Workspace } from "../ports.ts";
import { findContactField } from "../view/contact-field.ts";
import type { ContactSchema } from "../view/contact-schema.ts";

export type ExportColumn = {
  /** As it stands in the file. */
  readonly header: string;
  /** Where the column belongs when the file is imported again. */
  readonly target: ColumnTarget;
  /** The cell as it stands in the file, before it is quoted. */
  readonly cell: (contact: ObjectRow) => string;
};

type Asked = {
  /** Absent = contacts. */
  readonly object?: ObjectKind;
  /** Words for fields, in order; null = every field that any contact has a value of. */
  readonly fields: readonly string[] | null;
};

export function exportColumns(
  workspace: Workspace,
  preset: Preset,
  schema: ContactSchema,
  { object = "contact", fields: asked }: Asked,
): Result<readonly ExportColumn[]> {
  const keys = asked === null ? accept(usedKeys(schema)) : askedKeys(schema, asked);
  if (!keys.ok) return keys;
  const fields = new Map(schema.fields.map((field) => [field.key, field]));
  const columns = keys.value
    .filter((key) => key !== "id")
    .map((key) => {
      const field = fields.get(key);
      return field === undefined
        ? keptColumn(key.slice(KEPT_PREFIX.length))
        : fieldColumn(field, preset, valueSettingsOf(workspace.policy));
    });
  return accept([idColumn(workspace, { object, id: fields.get("id") }, preset), ...columns]);
}

const usedKeys = ({ fields, kept, used }: ContactSchema): readonly string[] => [
  ...fields.map(({ key }) => key).filter((key) => used.has(key)),
  ...kept.map((name) => KEPT_PREFIX + name),
];

function askedKeys({ fields, kept }: ContactSchema, asked: readonly string[]): Result<readonly string[]> {
  const keys = new Set<string>();
  for (const word of asked) {
    const found = findContactField(word, fields, kept);
    if (!found.ok) return found;
    keys.add(found.value.key);
  }
  return accept([...keys]);
}

function idColumn(
  workspace: Workspace,
  { object, id }: { readonly object: ObjectKind; readonly id: Field | undefined },
  preset: Preset,
): ExportColumn {
  return {
    header: protectCell(fieldHeader(preset, id ?? { key: "id", label: "id" })),
    target: { to: "field", field: "id" },
    cell: (contact) => encodeId(ID_PREFIX[object], workspace.idKey, contact.number),
  };
}

function fieldColumn(field: Field, preset: Preset, settings: ValueSettings): ExportColumn {
  const cellOf = safeCell(field, settings);
  return {
    header: protectCell(fieldHeader(preset, field)),
    target: { to: "field", field: field.key },
    cell: (contact) => cellOf(contact.values.get(field.key) ?? ""),
  };
}

const keptColumn = (name: string): ExportColumn => ({
  header: protectCell(name),
  target: { to: "keep", name },
  cell: (contact) => protectCell(contact.values.get(KEPT_PREFIX + name) ?? ""),
});
