/** The policy one import runs under, and whether whoever asks may import under it. */
import type { Actor } from "../core/member/actor.ts";
import { deniedAction, mayDo } from "../core/member/permissions.ts";
import type { ObjectKind } from "../core/object/object-kind.ts";
import { type EffectivePolicy, effectivePolicy } from "../core/policy/effective-policy.ts";
import type { ImportMode } from "../core/policy/policy.ts";
import { policyForObject } from "../core/policy/policy-for-object.ts";
import type { PolicyKey } from "../core/policy/policy-keys.ts";
import { presetNamed } from "../core/policy/presets.ts";
import { findPolicyKey } from "../core/policy/set-policy.ts";
import { accept, type Refusal, type Result, refuse } from "../core/problem/refusal.ts";
import type { Workspace } from "./ports.ts";

export type PolicyWish = {
  /** What the rows are. */
  readonly object: ObjectKind;
  /** Runs this one import under another preset than the workspace's; null = the workspace's own policy. */
  readonly preset: string | null;
  readonly mode: ImportMode | null;
  /** Policy keys for this import alone, as texts. */
  readonly set: ReadonlyMap<string, string>;
  readonly disclaimerAccepted: boolean;
  /** Who asks. */
  readonly actor: Actor;
};

/** Keys that say who may import at all: only those who may change the policy set them for one import. */
const GUARDS: ReadonlySet<PolicyKey> = new Set(["enabled", "minRole", "disclaimer"]);

/**
 * The workspace's policy or a preset's, with what was said for this import alone. Whether and by whom the workspace may be
 * imported into stays the workspace's own, whatever preset the import runs under.
 */
export function importPolicy(workspace: Workspace, request: PolicyWish): Result<EffectivePolicy> {
  const { enabled, minRole, disclaimer } = workspace.policy;
  const denied = deniedAction(request.actor, "import", workspace.policy) ?? deniedSetting(workspace, request);
  if (denied) return refuse(denied);
  const under = request.preset === null ? accept(workspace) : presetNamed(request.preset);
  if (!under.ok) return under;
  const { policy } = under.value;
  const guarded = { ...policy, enabled, minRole, disclaimer: disclaimer || policy.disclaimer };
  const effective = effectivePolicy({ ...request, policy: guarded });
  return effective.ok ? accept(policyForObject(effective.value, request.object)) : effective;
}

function deniedSetting({ policy }: Workspace, { actor, set }: PolicyWish): Refusal | null {
  const isGuard = (name: string): boolean => {
    const key = findPolicyKey(name);
    return key.ok && GUARDS.has(key.value);
  };
  if (mayDo(actor, "change_policy", policy) || ![...set.keys()].some(isGuard)) return null;
  return deniedAction(actor, "change_policy", policy);
}
