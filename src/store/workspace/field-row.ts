/** A field that a workspace has made, as both databases keep it. */
import type { Field, FieldType } from "../../core/contact/field.ts";
import type { ObjectKind } from "../../core/object/object-kind.ts";
import type { DbRow } from "../db-row.ts";

export const FIELD_COLUMNS = "object, key, label, type, options, holds_external_id, promoted_from";

export function asField([kind, key, label, type, options, holdsExternalId, promotedFrom]: DbRow): Field {
  const object = String(kind) as ObjectKind;
  const choices = JSON.parse(String(options)) as readonly string[];
  return {
    key: String(key),
    label: String(label),
    type: String(type) as FieldType,
    builtin: false,
    ...(object === "contact" ? {} : { object }),
    ...(choices.length > 0 ? { options: choices } : {}),
    ...(holdsExternalId === 1 ? { holdsExternalId: true } : {}),
    ...(typeof promotedFrom === "string" ? { promotedFrom } : {}),
  };
}

/** What of a field may change, as its columns hold it: label, type, options, holds_external_id. */
export const fieldValues = ({ label, type, options = [], holdsExternalId }: Field) =>
  [label, type, JSON.stringify(options), Number(holdsExternalId === true)] as const;
