/** Workspaces and changes of their policies as both databases keep them. */
import type { PolicyChange, Workspace } from "../../app/ports.ts";
import type { Policy } from "../../core/policy/policy.ts";
import { muster } from "../../core/policy/presets/muster.ts";
import { findPreset } from "../../core/policy/presets.ts";
import type { DbRow } from "../db-row.ts";

export const WORKSPACE_COLUMNS = "workspace_id, slug, name, preset, policy, id_key, created_at";

export const asWorkspace = ([number, slug, name, preset, policy, idKey, createdAt]: DbRow): Workspace => ({
  number: Number(number),
  slug: String(slug),
  name: String(name),
  preset: String(preset),
  // A key that is newer than the stored policy has the value of its preset.
  policy: { ...(findPreset(String(preset)) ?? muster).policy, ...(JSON.parse(String(policy)) as Partial<Policy>) },
  idKey: Number(idKey),
  createdAt: Number(createdAt),
});

/** When, by whom and what, in this order. */
export const asPolicyChange = ([at, by, changed]: DbRow): PolicyChange => ({
  at: Number(at),
  by: String(by),
  changed: JSON.parse(String(changed)) as PolicyChange["changed"],
});
