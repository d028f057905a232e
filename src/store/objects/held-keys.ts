/** The identity keys of what an object holds, outside the runs of imports. */
import type { FieldStore } from "../../app/ports.ts";
import type { KeyKind } from "../../core/match/key-hash.ts";
import { heldKeys, OBJECT_KEYS } from "../../core/match/match-keys.ts";
import { builtinFieldsOf } from "../../core/object/builtin-fields-of.ts";
import type { ObjectKind } from "../../core/object/object-kind.ts";
import { compileShape } from "../../core/plan/shape.ts";

export type KeysOf = (
  values: ReadonlyMap<string, string>,
) => readonly { readonly kind: KeyKind; readonly text: string }[];

/** @param fields those that the workspace has besides the built-in ones */
export function keysReader(object: ObjectKind, fields: Awaited<ReturnType<FieldStore["list"]>>): KeysOf {
  const shape = compileShape([], [...builtinFieldsOf(object), ...fields], { object });
  const read = heldKeys(shape, OBJECT_KEYS[object].always);
  return (values) => read((slot) => values.get(shape.slots[slot]?.key ?? "") ?? "");
}
