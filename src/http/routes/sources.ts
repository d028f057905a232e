/** The systems that a workspace is connected to, and what each owns. */
import type { Workspace } from "../../app/ports.ts";
import { sourceJson } from "../../app/view/source-json.ts";
import { addSource, changeSource, removeSource } from "../../app/workspace/sources.ts";
import { FIELD_GROUPS } from "../../core/authority/field-groups.ts";
import { groupOwners } from "../../core/authority/owned-fields.ts";
import type { Source, SourceOption } from "../../core/authority/source.ts";
import { accept } from "../../core/problem/refusal.ts";
import type { Bind } from "../bind.ts";
import * as contract from "../contract/workspaces.ts";

export function bindSources(bind: Bind): void {
  bind(contract.listSources, async ({ ports, workspace }) => {
    const sources = await ports.store.sources.list(workspace.number);
    return accept({ items: sources.map((source) => owningJson(workspace, sources, source)) });
  });

  bind(contract.addSource, async ({ ports, workspace, body: { name, kind, ...options } }) => {
    const on = Object.entries(options).flatMap(([option, isOn]) => (isOn ? [option as SourceOption] : []));
    const added = await addSource(ports, workspace, { name, kind: kind ?? name, options: on });
    if (!added.ok) return added;
    const sources = await ports.store.sources.list(workspace.number);
    return accept(owningJson(workspace, sources, added.value));
  });

  bind(contract.changeSource, async ({ ports, workspace, params, body: { isMain, overrules } }) => {
    const changed = await changeSource(ports, workspace, params.name, {
      ...(isMain === undefined ? {} : { isMain }),
      ...(overrules === undefined ? {} : { overrules }),
    });
    if (!changed.ok) return changed;
    const sources = await ports.store.sources.list(workspace.number);
    return accept(owningJson(workspace, sources, changed.value));
  });

  bind(contract.removeSource, async ({ ports, workspace, params }) => {
    const removed = await removeSource(ports, workspace, params.name);
    return removed.ok ? accept(null) : removed;
  });
}

function owningJson({ policy }: Workspace, sources: readonly Source[], source: Source) {
  const owners = groupOwners(policy, sources);
  const owns = FIELD_GROUPS.filter((group) => owners.get(group)?.sources.includes(source.name));
  return { ...sourceJson(source), owns };
}
