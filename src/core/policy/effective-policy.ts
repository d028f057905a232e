/** A policy as one import follows it: the mode is chosen, what was to be asked is answered, and nothing is left to decide. */

import { accept, type Result, refuseNaming, refuseWith } from "../problem/refusal.ts";
import { onMatchIn } from "./on-match.ts";
import type { ImportMode, MatchKey, Policy } from "./policy.ts";
import type { PolicyKey } from "./policy-keys.ts";
import { requiredToCreate } from "./required-to-create.ts";
import { findPolicyKey, setPolicyValue } from "./set-policy.ts";

export type EffectivePolicy = Omit<Policy, "onMatch" | "emptyCells" | "matchUpdate"> & {
  readonly mode: ImportMode;
  readonly onMatch: "update" | "skip" | "duplicate" | "fail";
  /** `onMatch` was said for this import itself: it is meant for whatever the rows are, not for contacts alone. */
  readonly saysOnMatch?: true;
  readonly emptyCells: "keep" | "clear";
};

export type PolicyRequest = {
  /** The workspace's policy, or that of the preset the import runs under. */
  readonly policy: Policy;
  /** Null: create and update where that is allowed, else the first mode that is. */
  readonly mode: ImportMode | null;
  /** What was said for this import alone: names of policy keys with their values as text. */
  readonly set: ReadonlyMap<string, string>;
};

export function effectivePolicy(request: PolicyRequest): Result<EffectivePolicy> {
  const applied = applySet(request.policy, request.set);
  if (!applied.ok) return applied;
  const { policy, said } = applied.value;
  if (!policy.enabled) return refuseWith("import_disabled", "Import is off for this workspace.");
  const mode = request.mode ?? (policy.modes.includes("both") ? "both" : (policy.modes[0] ?? "both"));
  if (!policy.modes.includes(mode))
    return refuseNaming(
      "mode_not_allowed",
      [mode],
      `The mode ${mode} is not allowed here; allowed: ${policy.modes.join(", ")}.`,
    );
  const saysOnMatch = said.has("onMatch");
  if (saysOnMatch && policy.onMatch === "duplicate" && mode === "update")
    return refuseWith(
      "policy_value_invalid",
      "An import in the mode update makes nothing new: onMatch takes update, skip or fail there, and not duplicate.",
    );
  const { matchUpdate: _, ...rest } = policy;
  return accept({
    ...rest,
    mode,
    requiredToCreate: requiredToCreate(policy),
    match: matchIn(mode, policy, said),
    onMatch: onMatchIn(mode, policy.onMatch, saysOnMatch),
    ...(saysOnMatch ? { saysOnMatch } : {}),
    emptyCells: policy.emptyCells === "ask" ? "keep" : policy.emptyCells,
  });
}

type Applied = { readonly policy: Policy; readonly said: ReadonlySet<PolicyKey> };

function applySet(policy: Policy, set: ReadonlyMap<string, string>): Result<Applied> {
  const said = new Set<PolicyKey>();
  let changed = policy;
  for (const [name, text] of set) {
    const key = findPolicyKey(name);
    if (!key.ok) return key;
    const next = setPolicyValue(changed, key.value, text);
    if (!next.ok) return next;
    said.add(key.value);
    changed = next.value;
  }
  return accept({ policy: changed, said });
}

/** With duplicates allowed, several people may share an address or a number, and only an id says who is meant. */
function matchIn(mode: ImportMode, policy: Policy, said: ReadonlySet<PolicyKey>): readonly MatchKey[] {
  const ownKeys = policy.matchUpdate.length > 0 && (said.has("matchUpdate") || !said.has("match"));
  const keys = mode === "update" && ownKeys ? policy.matchUpdate : policy.match;
  if (!policy.allowDuplicates) return keys;
  const ids = keys.filter((key) => key === "id" || key === "external_id");
  return ids.length > 0 ? ids : ["id"];
}
