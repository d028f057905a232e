/** Changes to a workspace's policy. Each answers what is different now, so that it can be shown and taken back. */
import type { Policy } from "../../core/policy/policy.ts";
import { muster } from "../../core/policy/presets/muster.ts";
import { findPreset, presetNamed } from "../../core/policy/presets.ts";
import {
  findPolicyKey,
  type PolicyDifference,
  policyDifferences,
  setPolicyValue,
} from "../../core/policy/set-policy.ts";
import { accept, type Result } from "../../core/problem/refusal.ts";
import type { Ports, Workspace } from "../ports.ts";

export type ChangedPolicy = {
  readonly preset: string;
  readonly policy: Policy;
  /** Before and after, as policy values are shown. */
  readonly changed: readonly PolicyDifference[];
};

/** A workspace's policy in somebody's hands: the change is kept under their name. */
export type PolicyInHand = {
  readonly ports: Pick<Ports, "store" | "now">;
  readonly workspace: Workspace;
  readonly by: string;
};

/** @param value as a person writes it: `last`, `yes`, `comma,semicolon` */
export async function setPolicyKey(hand: PolicyInHand, key: string, value: string): Promise<Result<ChangedPolicy>> {
  const { workspace } = hand;
  const policy = setPolicyValue(workspace.policy, key, value);
  return policy.ok ? save(hand, { preset: workspace.preset, policy: policy.value }) : policy;
}

/** Back to what the preset says. @param key null = every key */
export async function resetPolicy(hand: PolicyInHand, key: string | null): Promise<Result<ChangedPolicy>> {
  const { workspace } = hand;
  const { policy } = findPreset(workspace.preset) ?? muster;
  if (key === null) return save(hand, { preset: workspace.preset, policy });
  const known = findPolicyKey(key);
  if (!known.ok) return known;
  const reset = { ...workspace.policy, [known.value]: policy[known.value] };
  return save(hand, { preset: workspace.preset, policy: reset });
}

/** The workspace follows another preset, whole. */
export async function takePreset(hand: PolicyInHand, id: string): Promise<Result<ChangedPolicy>> {
  const preset = presetNamed(id);
  if (!preset.ok) return preset;
  return save(hand, { preset: preset.value.id, policy: preset.value.policy });
}

/** What differs from the workspace's preset: the preset's value, then the workspace's. */
export const ownPolicy = ({ preset, policy }: Pick<Workspace, "preset" | "policy">): readonly PolicyDifference[] =>
  policyDifferences((findPreset(preset) ?? muster).policy, policy);

async function save(
  { ports, workspace, by }: PolicyInHand,
  { preset, policy }: Pick<ChangedPolicy, "preset" | "policy">,
): Promise<Result<ChangedPolicy>> {
  const changed = policyDifferences(workspace.policy, policy);
  const change = changed.length === 0 ? undefined : { at: ports.now(), by, changed };
  await ports.store.workspaces.setPolicy(workspace.number, { preset, policy }, change);
  return accept({ preset, policy, changed });
}
