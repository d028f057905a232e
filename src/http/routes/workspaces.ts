/** Workspaces, their policies, and who asks. */

import type { Workspace } from "../../app/ports.ts";
import { presetJson } from "../../app/view/preset-json.ts";
import { workspaceJson } from "../../app/view/workspace-json.ts";
import { changePolicy, ownPolicy } from "../../app/workspace/change-policy.ts";
import { createWorkspace } from "../../app/workspace/open-workspace.ts";
import { actorName } from "../../core/member/actor.ts";
import { ACTIONS, mayDo } from "../../core/member/permissions.ts";
import { POLICY_KEY_NAMES, POLICY_KEYS, type PolicyKey } from "../../core/policy/policy-keys.ts";
import type { Preset } from "../../core/policy/preset.ts";
import { muster } from "../../core/policy/presets/muster.ts";
import { findPreset, PRESETS } from "../../core/policy/presets.ts";
import { renderPolicyValue } from "../../core/policy/set-policy.ts";
import { accept } from "../../core/problem/refusal.ts";
import type { Bind } from "../bind.ts";
import { actingIn, type Membership, membershipsOf } from "../caller.ts";
import * as contract from "../contract/workspaces.ts";

export function bindWorkspaces(bind: Bind): void {
  bind(contract.whoAmI, async ({ ports, caller }) => {
    if (caller.kind === "person") {
      const { name, email, operator } = caller.person;
      const workspaces = (await membershipsOf(ports, caller.person)).map(membershipJson);
      return accept({ name, email, operator, embed: null, workspaces });
    }
    const acting = await actingIn(ports, caller, null);
    if (!acting.ok) return acting;
    const found = membershipJson({ ...acting.value, role: null });
    const known = { name: actorName(acting.value.actor), email: null, operator: false };
    if (caller.kind === "key") return accept({ ...known, embed: null, workspaces: [found] });
    const { origins, expiresAt } = caller.token;
    return accept({
      ...known,
      embed: { origins: [...origins], expiresAt: new Date(expiresAt).toISOString() },
      workspaces: [{ ...found, may: found.may.filter((action) => action === "import") }],
    });
  });

  bind(contract.createWorkspace, async ({ ports, body: { slug, name, preset } }) => {
    const made = await createWorkspace(ports, { slug, preset, name: name ?? slug });
    return made.ok ? accept(workspaceJson(made.value)) : made;
  });
}

const membershipJson = ({ workspace, actor, role }: Membership) => ({
  ...workspaceJson(workspace),
  role,
  may: ACTIONS.filter((action) => mayDo(actor, action, workspace.policy)),
  labels: { ...(findPreset(workspace.preset) ?? muster).labels },
});

export function bindPolicy(bind: Bind): void {
  bind(contract.showPolicy, async ({ workspace }) => accept(policyJson(workspace)));

  bind(contract.listPolicyKeys, async ({ workspace: { policy, preset } }) => {
    const from = (findPreset(preset) ?? muster).policy;
    return accept({
      items: POLICY_KEY_NAMES.map((key) => ({
        ...{ key, says: POLICY_KEYS[key].says, takes: POLICY_KEYS[key].kind.takes },
        ...formJson(key),
        text: renderPolicyValue(key, policy[key]),
        preset: renderPolicyValue(key, from[key]),
      })),
    });
  });

  bind(contract.changePolicy, async ({ ports, workspace, actor, body: { preset, reset, set } }) => {
    const hand = { ports, workspace, by: actorName(actor) };
    const changed = await changePolicy(hand, { ...(preset === undefined ? {} : { preset }), reset, set });
    return changed.ok ? accept({ ...policyJson(changed.value), changed: changed.value.changed }) : changed;
  });

  bind(contract.policyHistory, async ({ ports, workspace }) => {
    const changes = await ports.store.workspaces.policyChanges(workspace.number);
    return accept({
      items: changes.map(({ at, by, changed }) => ({ at: new Date(at).toISOString(), by, changed })),
    });
  });

  bind(contract.listPresets, async () =>
    accept({ items: PRESETS.map((preset) => ({ ...presetJson(preset), texts: textsOf(preset) })) }),
  );
}

function formJson(key: PolicyKey) {
  const { kind, options, none } = POLICY_KEYS[key].kind.form;
  return { kind, options: [...options], none };
}

const textsOf = ({ policy }: Preset): Readonly<Record<string, string>> =>
  Object.fromEntries(POLICY_KEY_NAMES.map((key) => [key, renderPolicyValue(key, policy[key])]));

const policyJson = ({ preset, policy }: Pick<Workspace, "preset" | "policy">) => ({
  preset,
  policy: { ...policy },
  differences: ownPolicy({ preset, policy }),
});
