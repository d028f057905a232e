/** What contacts of a workspace, or other objects, can have: its fields, and the names under which unknown columns were kept. */
import type { Field } from "../../core/contact/field.ts";
import { builtinFieldsOf } from "../../core/object/builtin-fields-of.ts";
import type { ObjectKind } from "../../core/object/object-kind.ts";
import { KEPT_PREFIX } from "../../core/plan/shape.ts";
import type { Ports, Workspace } from "../ports.ts";
import { objectRows } from "./object-rows.ts";

export type ContactSchema = {
  /** Built-in fields, then the workspace's own. */
  readonly fields: readonly Field[];
  readonly kept: readonly string[];
  /** Keys of fields of which any object has a value; `kept:NAME` for custom data. */
  readonly used: ReadonlySet<string>;
};

export const loadFields = async (
  ports: Pick<Ports, "store">,
  workspace: Workspace,
  object: ObjectKind = "contact",
): Promise<readonly Field[]> => [
  ...builtinFieldsOf(object),
  ...(await ports.store.fields.list(workspace.number, object)),
];

/** Looks at every object of the kind. */
export async function loadContactSchema(
  ports: Pick<Ports, "store">,
  workspace: Workspace,
  object: ObjectKind = "contact",
): Promise<ContactSchema> {
  const used = await objectRows(ports.store, object).usedFields(workspace.number);
  return {
    fields: await loadFields(ports, workspace, object),
    kept: used.filter((key) => key.startsWith(KEPT_PREFIX)).map((key) => key.slice(KEPT_PREFIX.length)),
    used: new Set(used),
  };
}
