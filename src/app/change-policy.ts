/** Changes to a workspace's policy. Each answers what is different now, so that it can be shown and taken back. */
import type { Policy } from "../core/policy/policy.ts";
import { muster } from "../core/policy/presets/muster.ts";
import { findPreset, presetNamed } from "../core/policy/presets.ts";
import { findPolicyKey, type PolicyDifference, policyDifferences, setPolicyValue } from "../core/policy/set-policy.ts";
import { accept, type Result } from "../core/problem/refusal.ts";
import type { Ports, Workspace } from "./ports.ts";

export type PolicyChange = {
  readonly preset: string;
  readonly policy: Policy;
  /** Before and after, as policy values are shown. */
  readonly changed: readonly PolicyDifference[];
};

type StorePort = Pick<Ports, "store">;

/** @param value as a person writes it: `last`, `yes`, `comma,semicolon` */
export async function setPolicyKey(
  ports: StorePort,
  workspace: Workspace,
  { key, value }: { readonly key: string; readonly value: string },
): Promise<Result<PolicyChange>> {
  const policy = setPolicyValue(workspace.policy, key, value);
  return policy.ok ? save(ports, workspace, { preset: workspace.preset, policy: policy.value }) : policy;
}

/** Back to what the preset says. @param key null = every key */
export async function resetPolicy(
  ports: StorePort,
  workspace: Workspace,
  key: string | null,
): Promise<Result<PolicyChange>> {
  const { policy } = findPreset(workspace.preset) ?? muster;
  if (key === null) return save(ports, workspace, { preset: workspace.preset, policy });
  const known = findPolicyKey(key);
  if (!known.ok) return known;
  const reset = { ...workspace.policy, [known.value]: policy[known.value] };
  return save(ports, workspace, { preset: workspace.preset, policy: reset });
}

/** The workspace follows another preset, whole. */
export async function takePreset(ports: StorePort, workspace: Workspace, id: string): Promise<Result<PolicyChange>> {
  const preset = presetNamed(id);
  if (!preset.ok) return preset;
  return save(ports, workspace, { preset: preset.value.id, policy: preset.value.policy });
}

/** What differs from the workspace's preset: the preset's value, then the workspace's. */
export const ownPolicy = ({ preset, policy }: Pick<Workspace, "preset" | "policy">): readonly PolicyDifference[] =>
  policyDifferences((findPreset(preset) ?? muster).policy, policy);

async function save(
  { store }: StorePort,
  workspace: Workspace,
  { preset, policy }: Pick<PolicyChange, "preset" | "policy">,
): Promise<Result<PolicyChange>> {
  await store.workspaces.setPolicy(workspace.number, preset, policy);
  return accept({ preset, policy, changed: policyDifferences(workspace.policy, policy) });
}
