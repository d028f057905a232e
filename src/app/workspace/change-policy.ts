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
export function setPolicyKey(hand: PolicyInHand, key: string, value: string): Promise<Result<ChangedPolicy>> {
  return save(hand, ({ preset, policy: before }) => {
    const policy = setPolicyValue(before, key, value);
    return policy.ok ? accept({ preset, policy: policy.value }) : policy;
  });
}

/** Back to what the preset says. @param key null = every key */
export function resetPolicy(hand: PolicyInHand, key: string | null): Promise<Result<ChangedPolicy>> {
  return save(hand, ({ preset, policy: before }) => {
    const { policy } = findPreset(preset) ?? muster;
    if (key === null) return accept({ preset, policy });
    const known = findPolicyKey(key);
    return known.ok ? accept({ preset, policy: { ...before, [known.value]: policy[known.value] } }) : known;
  });
}

/** The workspace follows another preset, whole. */
export function takePreset(hand: PolicyInHand, id: string): Promise<Result<ChangedPolicy>> {
  return save(hand, () => {
    const preset = presetNamed(id);
    return preset.ok ? accept({ preset: preset.value.id, policy: preset.value.policy }) : preset;
  });
}

/** What differs from the workspace's preset: the preset's value, then the workspace's. */
export const ownPolicy = ({ preset, policy }: Pick<Workspace, "preset" | "policy">): readonly PolicyDifference[] =>
  policyDifferences((findPreset(preset) ?? muster).policy, policy);

/** `next` sees the policy as it is by then: what somebody else has just changed stays changed. */
function save(
  { ports: { store, now }, workspace: { number }, by }: PolicyInHand,
  next: (present: Workspace) => Result<Pick<ChangedPolicy, "preset" | "policy">>,
): Promise<Result<ChangedPolicy>> {
  return store.transaction(async () => {
    const present = await store.workspaces.byNumber(number);
    if (!present) throw new Error(`workspace ${number} is gone`);
    const wanted = next(present);
    if (!wanted.ok) return wanted;
    const { preset, policy } = wanted.value;
    const changed = policyDifferences(present.policy, policy);
    const change = changed.length === 0 ? undefined : { at: now(), by, changed };
    await store.workspaces.setPolicy(number, { preset, policy }, change);
    return accept({ preset, policy, changed });
  });
}
