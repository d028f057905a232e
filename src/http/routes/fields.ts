/** The workspace's schema: fields, saved mappings, tags. */

import { loadFields } from "../../app/view/contact-schema.ts";
import { fieldJson } from "../../app/view/field-json.ts";
import { findMapping } from "../../app/view/find-by-id.ts";
import { mappingJson } from "../../app/view/mapping-json.ts";
import { addCustomField, changeCustomField, removeCustomField } from "../../app/workspace/custom-fields.ts";
import { addTag, removeTag } from "../../app/workspace/tags.ts";
import { tagKey } from "../../core/contact/tag-key.ts";
import { accept } from "../../core/problem/refusal.ts";
import type { Bind } from "../bind.ts";
import * as contract from "../contract/fields.ts";
import { TAG_COUNTS_LAST } from "../limits.ts";
import { Remembered } from "../remembered.ts";

export function bindFields(bind: Bind): void {
  bind(contract.listFields, async ({ ports, workspace, voice, query: { object } }) => {
    const fields = await loadFields(ports, workspace, object);
    return accept({ items: fields.map((field) => ({ ...fieldJson(field), label: voice.label(field) })) });
  });

  bind(contract.addField, async ({ ports, workspace, body: { object, externalId, ...request } }) => {
    const about = object === undefined ? {} : { object };
    const made = await addCustomField(ports, workspace, { ...about, ...request, holdsExternalId: externalId });
    return made.ok ? accept(fieldJson(made.value)) : made;
  });

  bind(contract.changeField, async ({ ports, workspace, params, body }) => {
    const { object, label, type, options, addOptions, externalId } = body;
    const changed = await changeCustomField(ports, workspace, params.key, {
      ...(object === undefined ? {} : { object }),
      ...(label === undefined ? {} : { label }),
      ...(type === undefined ? {} : { type }),
      ...(options === undefined ? {} : { options }),
      ...(addOptions === undefined ? {} : { addOptions }),
      ...(externalId === undefined ? {} : { holdsExternalId: externalId }),
    });
    return changed.ok ? accept(fieldJson(changed.value)) : changed;
  });

  bind(contract.removeField, async ({ ports, workspace, params, query: { object, confirm } }) => {
    const about = object === undefined ? {} : { object };
    const removed = await removeCustomField(ports, workspace, params.key, { ...about, confirmed: confirm });
    if (!removed.ok) return removed;
    const { field, contacts, keptAs } = removed.value;
    return accept({ removed: field.key, contacts, keptAs: contacts > 0 ? keptAs : null });
  });
}

export function bindMappings(bind: Bind): void {
  bind(contract.listMappings, async ({ ports, workspace }) =>
    accept({ items: (await ports.store.mappings.list(workspace.number)).map(mappingJson) }),
  );

  bind(contract.removeMapping, async ({ ports, workspace, params }) => {
    const found = await findMapping(ports, workspace, params.id);
    if (!found.ok) return found;
    await ports.store.mappings.remove(workspace.number, found.value.fingerprint);
    return accept(null);
  });
}

export function bindTags(bind: Bind): void {
  const counted = new Remembered<ReadonlyMap<string, number>>(TAG_COUNTS_LAST);
  bind(contract.listTags, async ({ ports, workspace }) => {
    const names = await ports.store.tags.names(workspace.number);
    const uses = await counted.get(workspace.number, () => ports.store.tags.uses(workspace.number));
    return accept({ items: names.map((tag) => ({ tag, contacts: uses.get(tagKey(tag)) ?? 0 })) });
  });

  bind(contract.addTag, async ({ ports, workspace, body }) => {
    const added = await addTag(ports, workspace, body.tag);
    return added.ok ? accept({ tag: added.value.name, contacts: 0 }) : added;
  });

  bind(contract.removeTag, async ({ ports, workspace, params }) => {
    const removed = await removeTag(ports, workspace, params.tag);
    return removed.ok ? accept(null) : removed;
  });
}
