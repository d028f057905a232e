/** Changes to a workspace's policy. Each answers what is different now, so that it can be shown and taken back. */
import type { Policy } from "../../core/policy/policy.ts";
import type { Preset } from "../../core/policy/preset.ts";
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

/** What is to be different, in this order. */
export type PolicyChanges = {
  /** Followed with every key of it; absent = the one there is. */
  readonly preset?: string;
  /** Keys that go back to what the preset says. */
  readonly reset?: readonly string[];
  /** Values as a person writes them: `last`, `yes`, `comma,semicolon`. */
  readonly set?: Readonly<Record<string, string>>;
};

/** All of it, or nothing where one part is refused. */
export const changePolicy = (hand: PolicyInHand, changes: PolicyChanges): Promise<Result<ChangedPolicy>> =>
  save(hand, (present) => changedPolicy(present, changes));

/** Every key back to what the preset says. */
export const resetPolicy = (hand: PolicyInHand): Promise<Result<ChangedPolicy>> =>
  save(hand, (present) => accept({ preset: present.preset, policy: presetOf(present).policy }));

type Followed = Pick<ChangedPolicy, "preset" | "policy">;

function changedPolicy(present: Followed, { preset, reset = [], set = {} }: PolicyChanges): Result<Followed> {
  const followed = preset === undefined ? accept(presetOf(present)) : presetNamed(preset);
  if (!followed.ok) return followed;
  // How long things are kept is no part of how a preset imports: following another one does not keep them longer.
  const { keepFiles, keepHistory } = present.policy;
  let policy = preset === undefined ? present.policy : { ...followed.value.policy, keepFiles, keepHistory };
  for (const name of reset) {
    const key = findPolicyKey(name);
    if (!key.ok) return key;
    policy = { ...policy, [key.value]: followed.value.policy[key.value] };
  }
  for (const [key, value] of Object.entries(set)) {
    const next = setPolicyValue(policy, key, value);
    if (!next.ok) return next;
    policy = next.value;
  }
  return accept({ preset: preset === undefined ? present.preset : followed.value.id, policy });
}

const presetOf = ({ preset }: Pick<Workspace, "preset">): Preset => findPreset(preset) ?? muster;

/** What differs from the workspace's preset: the preset's value, then the workspace's. */
export const ownPolicy = ({ preset, policy }: Pick<Workspace, "preset" | "policy">): readonly PolicyDifference[] =>
  policyDifferences(presetOf({ preset }).policy, policy);

/** `next` sees the policy as it is by then: what somebody else has just changed stays changed. */
function save(
  { ports: { store, now }, workspace: { number }, by }: PolicyInHand,
  next: (present: Workspace) => Result<Pick<ChangedPolicy, "preset" | "policy">>,
): Promise<Result<ChangedPolicy>> {
  return store.transaction(number, async () => {
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
