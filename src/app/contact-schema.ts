/** What contacts of a workspace can have: its fields, and the names under which unknown columns were kept. */
import { BUILTIN_FIELDS } from "../core/contact/builtin-fields.ts";
import type { Field } from "../core/contact/field.ts";
import { KEPT_PREFIX } from "../core/plan/shape.ts";
import type { Ports, Workspace } from "./ports.ts";

export type ContactSchema = {
  /** Built-in fields, then the workspace's own. */
  readonly fields: readonly Field[];
  readonly kept: readonly string[];
  /** Keys of fields of which any contact has a value; `kept:NAME` for custom data. */
  readonly used: ReadonlySet<string>;
};

export const loadFields = async (ports: Pick<Ports, "store">, workspace: Workspace): Promise<readonly Field[]> => [
  ...BUILTIN_FIELDS,
  ...(await ports.store.fields.list(workspace.number)),
];

/** Looks at every contact. */
export async function loadContactSchema(ports: Pick<Ports, "store">, workspace: Workspace): Promise<ContactSchema> {
  const used = await ports.store.contacts.usedFields(workspace.number);
  return {
    fields: await loadFields(ports, workspace),
    kept: used.filter((key) => key.startsWith(KEPT_PREFIX)).map((key) => key.slice(KEPT_PREFIX.length)),
    used: new Set(used),
  };
}
