/**
 * The workspace's own fields: made, changed, removed. Nothing that contacts hold is lost or loses its meaning: a type stays
 * while there are values of it, an option while a contact has it, and the values of a removed field become custom data.
 */
import { type CustomFieldRequest, checkCustomField } from "../../core/contact/custom-field.ts";
import { type Field, LIST_TYPES } from "../../core/contact/field.ts";
import { MANY, type ObjectKind } from "../../core/object/object-kind.ts";
import { accept, type Refused, type Result, refuse, refuseNaming, refuseWith } from "../../core/problem/refusal.ts";
import { shown } from "../../core/problem/shown-text.ts";
import type { ContactFilter, Ports, Workspace } from "../ports.ts";
import { findContactField } from "../view/contact-field.ts";
import { loadContactSchema, loadFields } from "../view/contact-schema.ts";
import { objectRows } from "../view/object-rows.ts";

type StorePort = Pick<Ports, "store">;

export async function addCustomField(
  ports: StorePort,
  workspace: Workspace,
  request: CustomFieldRequest,
): Promise<Result<Field>> {
  return ports.store.transaction(workspace.number, async () => {
    const field = checkCustomField(request, await loadFields(ports, workspace, request.object));
    return field.ok ? ports.store.fields.add(workspace.number, field.value) : field;
  });
}

/** What is to be different; absent = stays. */
export type CustomFieldChange = Partial<Omit<CustomFieldRequest, "key">> & {
  /** Options behind those that are there. */
  readonly addOptions?: readonly string[];
};

export function changeCustomField(
  ports: StorePort,
  workspace: Workspace,
  name: string,
  change: CustomFieldChange,
): Promise<Result<Field>> {
  return ports.store.transaction(workspace.number, () => changed(ports, workspace, { name, change }));
}

async function changed(
  ports: StorePort,
  workspace: Workspace,
  { name, change }: { readonly name: string; readonly change: CustomFieldChange },
): Promise<Result<Field>> {
  const fields = await loadFields(ports, workspace, change.object);
  const found = findCustomField(name, fields);
  if (!found.ok) return found;
  const before = found.value;
  const checked = checkCustomField(
    {
      ...(change.object === undefined ? {} : { object: change.object }),
      key: before.key,
      label: change.label ?? before.label,
      type: change.type ?? before.type,
      options: [...(change.options ?? before.options ?? []), ...(change.addOptions ?? [])],
      holdsExternalId: change.holdsExternalId ?? before.holdsExternalId === true,
    },
    fields.filter((field) => field !== before),
  );
  if (!checked.ok) return checked;
  const refused = await refusedChange(ports, workspace, before, checked.value);
  if (refused) return refused;
  await ports.store.fields.change(workspace.number, checked.value);
  return checked;
}

async function refusedChange(
  ports: StorePort,
  workspace: Workspace,
  before: Field,
  after: Field,
): Promise<Refused | null> {
  const { key } = before;
  if (before.type !== after.type && (await isUsed(ports, workspace, before))) {
    return refuse({
      code: "field_invalid",
      message: `${ownersOf(before)} have values of ${key}, which are of the type ${before.type}.`,
      fix: "Make another field of the new type and import the values into it: an export has them.",
    });
  }
  // The index of external ids is made from values as they are written.
  if (before.holdsExternalId !== after.holdsExternalId && (await isUsed(ports, workspace, before))) {
    return refuse({
      code: "field_invalid",
      message: `${ownersOf(before)} have values of ${key}, so it is settled whether it holds the external id.`,
      fix: "Make another field with --external-id and import the values into it: an export has them.",
    });
  }
  for (const option of before.options ?? []) {
    if (after.options?.includes(option) || !(await isUsed(ports, workspace, before, option))) continue;
    return refuse({
      code: "field_invalid",
      message: `${ownersOf(before)} have the option “${shown(option)}” of ${key}.`,
      fix: `Keep the option, or give these ${MANY[before.object ?? "contact"]} another one first: muster ${MANY[before.object ?? "contact"]} --filter '${key}=${shown(option)}' lists them.`,
    });
  }
  return null;
}

export type FieldRemoval = {
  readonly field: Field;
  /** Contacts that have a value of it; one at most is counted before the removal. */
  readonly contacts: number;
  /** Name of the custom data that the values become. */
  readonly keptAs: string;
};

export type RemovalRequest = {
  /** Absent = contacts. */
  readonly object?: ObjectKind;
  /** Values may become custom data; otherwise a field that has any is not removed. */
  readonly confirmed: boolean;
};

export function removeCustomField(
  ports: StorePort,
  workspace: Workspace,
  name: string,
  request: RemovalRequest,
): Promise<Result<FieldRemoval>> {
  return ports.store.transaction(workspace.number, () => removed(ports, workspace, { name, ...request }));
}

async function removed(
  ports: StorePort,
  workspace: Workspace,
  { name, object = "contact", confirmed }: RemovalRequest & { readonly name: string },
): Promise<Result<FieldRemoval>> {
  const { fields, kept } = await loadContactSchema(ports, workspace, object);
  const found = findCustomField(name, fields);
  if (!found.ok) return found;
  const field = found.value;
  const keptAs = freeName(field.label, kept);
  if (!confirmed && (await isUsed(ports, workspace, field))) {
    return refuse({
      code: "confirmation_required",
      message: `${ownersOf(field)} have values of ${field.key}; without the field they become custom data, “${shown(keptAs)}”.`,
      fix: "Say yes beforehand with --yes: nothing is lost, but the values are no longer checked or typed.",
    });
  }
  const contacts = await ports.store.fields.remove(workspace.number, field, keptAs);
  return accept({ field, contacts, keptAs });
}

function findCustomField(name: string, fields: readonly Field[]): Result<Field> {
  const own = fields.filter(({ builtin }) => !builtin);
  const found = findContactField(name, own, []);
  if (found.ok && found.value.field) return accept(found.value.field);
  const builtin = findContactField(
    name,
    fields.filter((field) => field.builtin),
    [],
  );
  if (builtin.ok) return refuseWith("field_invalid", `${builtin.value.key} is built in: it stays as it is.`);
  return found.ok ? refuseNaming("field_unknown", [name], `There is no field “${shown(name)}”.`) : found;
}

/** @param option only contacts that have this one */
async function isUsed({ store }: StorePort, workspace: Workspace, field: Field, option?: string): Promise<boolean> {
  const filter: ContactFilter = {
    field: field.key,
    op: option === undefined ? "not_empty" : "is",
    value: option ?? "",
    list: LIST_TYPES.has(field.type),
  };
  const rows = objectRows(store, field.object ?? "contact");
  const found = await rows.list(workspace.number, { search: null, filters: [filter], after: 0, limit: 1 });
  return found.length > 0;
}

/** `Contacts` */
function ownersOf({ object = "contact" }: Field): string {
  const many = MANY[object];
  return many.charAt(0).toUpperCase() + many.slice(1);
}

function freeName(label: string, taken: readonly string[]): string {
  let name = label;
  for (let number = 2; taken.includes(name); number++) name = `${label} (${number})`;
  return name;
}
