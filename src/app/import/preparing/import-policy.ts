/** The policy one import runs under, and whether whoever asks may import under it. */
import type { Actor } from "../../../core/member/actor.ts";
import { deniedAction, mayDo } from "../../../core/member/permissions.ts";
import { MANY, type ObjectKind } from "../../../core/object/object-kind.ts";
import { type EffectivePolicy, effectivePolicy } from "../../../core/policy/effective-policy.ts";
import type { ImportMode } from "../../../core/policy/policy.ts";
import { policyForObject } from "../../../core/policy/policy-for-object.ts";
import type { PolicyKey } from "../../../core/policy/policy-keys.ts";
import { presetNamed } from "../../../core/policy/presets.ts";
import { findPolicyKey } from "../../../core/policy/set-policy.ts";
import { accept, type Refusal, type Result, refuse, refuseWith } from "../../../core/problem/refusal.ts";
import type { Workspace } from "../../ports.ts";

export type PolicyWish = {
  /** What the rows are. */
  readonly object: ObjectKind;
  /** Nobody has said what the rows are: they count as contacts unless their header says otherwise. */
  readonly supposesContacts?: boolean;
  /** Rows of contacts are about their opportunities too. */
  readonly withOpportunities?: boolean;
  /** Runs this one import under another preset than the workspace's; null = the workspace's own policy. */
  readonly preset: string | null;
  readonly mode: ImportMode | null;
  /** Policy keys for this import alone, as texts. */
  readonly set: ReadonlyMap<string, string>;
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
  if (!effective.ok) return effective;
  const unwanted = opportunitiesRefusal(effective.value, request) ?? copiesRefusal(effective.value, request);
  return unwanted === null ? accept(ofTheRows(effective.value, request.object)) : refuse(unwanted);
}

/** Lines about opportunities are about their contacts too: what the policy says of these is not to be lost. */
const ofTheRows = (policy: EffectivePolicy, object: ObjectKind): EffectivePolicy =>
  object === "opportunity" ? policy : policyForObject(policy, object);

/** Whether the workspace has opportunities at all, and whether they may stand in one file with their contacts. */
function opportunitiesRefusal(
  { opportunities }: EffectivePolicy,
  { object, withOpportunities = false }: PolicyWish,
): Refusal | null {
  const isAbout = withOpportunities || object === "opportunity" || object === "stage" || object === "pipeline";
  if (!isAbout || opportunities === "on") return null;
  if (opportunities === "off")
    return refuseWith("opportunities_off", "This workspace has no opportunities: the policy key opportunities is off.")
      .refusal;
  if (!withOpportunities) return null;
  return refuseWith(
    "opportunities_apart",
    "Contacts and their opportunities come in files of their own here: the policy key opportunities is separate_file.",
  ).refusal;
}

/** Only people and accounts may be here twice on purpose. */
function copiesRefusal({ onMatch, saysOnMatch }: EffectivePolicy, { object }: PolicyWish): Refusal | null {
  if (!saysOnMatch || onMatch !== "duplicate" || object === "contact" || object === "account") return null;
  return refuseWith(
    "policy_value_invalid",
    `The file is of ${MANY[object]}: onMatch takes update, skip or fail for them, and not duplicate.`,
  ).refusal;
}

function deniedSetting({ policy }: Workspace, { actor, set }: PolicyWish): Refusal | null {
  const isGuard = (name: string): boolean => {
    const key = findPolicyKey(name);
    return key.ok && GUARDS.has(key.value);
  };
  if (mayDo(actor, "change_policy", policy) || ![...set.keys()].some(isGuard)) return null;
  return deniedAction(actor, "change_policy", policy);
}
