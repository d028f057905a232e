/** How imports behave in the workspace, and the presets that there are. */
import { z } from "zod";
import { loadFields } from "../../app/view/contact-schema.ts";
import { actorName } from "../../core/member/actor.ts";
import { ACTIONS, mayDo } from "../../core/member/permissions.ts";
import { POLICY_KEY_NAMES, POLICY_KEYS } from "../../core/policy/policy-keys.ts";
import { PRESETS } from "../../core/policy/presets.ts";
import { renderPolicyValue } from "../../core/policy/set-policy.ts";
import { accept } from "../../core/problem/refusal.ts";
import { tool } from "../tool.ts";

export const showPolicy = tool({
  name: "show_policy",
  title: "Show the workspace",
  description:
    "Who acts and what they may do, the workspace's policy key by key with what each means, and the fields that columns can go to.",
  does: "reads",
  action: "read",
  takes: z.strictObject({}),
  answers: {
    workspace: z.string(),
    actor: z.string(),
    may: z.array(z.string()),
    preset: z.string(),
    policy: z.array(z.object({ key: z.string(), value: z.string(), says: z.string(), takes: z.string() })),
    fields: z.array(z.looseObject({ key: z.string(), label: z.string(), type: z.string() })),
    shortened: z.boolean().optional(),
  },
  async do({ ports, workspace, actor }) {
    const { slug, preset, policy } = workspace;
    const fields = await loadFields(ports, workspace);
    return accept({
      ...{ workspace: slug, actor: actorName(actor), preset },
      may: ACTIONS.filter((action) => mayDo(actor, action, policy)),
      policy: POLICY_KEY_NAMES.map((key) => ({
        ...{ key, value: renderPolicyValue(key, policy[key]) },
        ...{ says: POLICY_KEYS[key].says, takes: POLICY_KEYS[key].kind.takes },
      })),
      fields: fields.map(({ key, label, type }) => ({ key, label, type })),
    });
  },
});

export const listPresets = tool({
  name: "list_presets",
  title: "List presets",
  description: "The presets: policies that an import can run under, each after the manner of another system.",
  does: "reads",
  action: "read",
  takes: z.strictObject({}),
  answers: { items: z.array(z.object({ id: z.string(), name: z.string(), says: z.string() })) },
  do: async () => accept({ items: PRESETS.map(({ id, name, says }) => ({ id, name, says })) }),
});
