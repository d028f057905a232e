/** Workspaces, their policies, connected sources and members. */
import { z } from "@hono/zod-openapi";
import { SOURCE_KINDS } from "../../core/authority/source.ts";
import { ROLES } from "../../core/member/member.ts";
import { VALUE_FORMS } from "../../core/policy/policy-value.ts";
import { endpoint } from "./endpoint.ts";
import { inOneText } from "./import-options.ts";
import { moment } from "./shapes.ts";

const list = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item) });

const workspaceShape = z
  .looseObject({ slug: z.string(), name: z.string(), preset: z.string(), createdAt: moment })
  .openapi("Workspace");

export const whoAmI = endpoint({
  method: "get",
  path: "/me",
  need: "signed_in",
  inEmbed: true,
  tag: "Workspaces",
  summary: "Who asks, and in which workspaces, with what may be done there",
  answer: z.object({
    name: z.string(),
    email: z.string().nullable(),
    operator: z.boolean(),
    embed: z
      .object({ origins: z.array(z.string()), expiresAt: moment })
      .nullable()
      .openapi({ description: "Of a token for embedding: where it may be used, and until when" }),
    workspaces: z.array(
      workspaceShape.extend({
        role: z.enum(ROLES).nullable().openapi({ description: "Null: the operator, who may do everything" }),
        may: z.array(z.string()).openapi({ description: "The actions that are allowed" }),
        labels: z.record(z.string(), z.string()).openapi({ description: "Words of the preset for pages" }),
      }),
    ),
  }),
});

export const createWorkspace = endpoint({
  method: "post",
  path: "/workspaces",
  need: "create_workspaces",
  tag: "Workspaces",
  summary: "Make a workspace from a preset",
  body: z.strictObject({ slug: z.string(), name: z.string().optional(), preset: z.string().default("muster") }),
  answer: workspaceShape,
  status: 201,
});

const difference = z.object({ key: z.string(), from: z.string(), to: z.string() });

const policyShape = z
  .object({
    preset: z.string(),
    policy: z.record(z.string(), z.unknown()),
    differences: z.array(difference).openapi({ description: "From the preset: its value, then the workspace's" }),
  })
  .openapi("Policy");

const changedPolicy = policyShape.extend({ changed: z.array(difference) });

export const showPolicy = endpoint({
  method: "get",
  path: "/policy",
  need: "read",
  inEmbed: true,
  tag: "Policy",
  summary: "How imports of the workspace may behave",
  answer: policyShape,
});

export const listPolicyKeys = endpoint({
  method: "get",
  path: "/policy/keys",
  need: "read",
  tag: "Policy",
  summary: "Every key in words: what it says, what it takes, what it is here and in the preset",
  answer: list(
    z.object({
      ...{ key: z.string(), says: z.string(), takes: z.string(), text: z.string(), preset: z.string() },
      kind: z.enum(VALUE_FORMS),
      options: z.array(z.string()).openapi({ description: "Values to choose from; empty: any text of the kind" }),
      none: z
        .string()
        .nullable()
        .openapi({ description: "The word for an empty list or text; null: there must be one" }),
    }),
  ),
});

export const changePolicy = endpoint({
  method: "patch",
  path: "/policy",
  need: "change_policy",
  tag: "Policy",
  summary: "Set keys, take them back to the preset, or follow another preset",
  body: z.strictObject({
    preset: z.string().optional().openapi({ description: "Followed first, with every key of it" }),
    reset: z.array(z.string()).default([]),
    set: z
      .record(z.string(), z.preprocess(inOneText, z.union([z.string(), z.boolean(), z.number()])).transform(String))
      .default({})
      .openapi({ description: "Values as people write them", example: { onMatch: "update", overrideOwners: true } }),
  }),
  answer: changedPolicy,
});

export const policyHistory = endpoint({
  method: "get",
  path: "/policy/history",
  need: "read",
  tag: "Policy",
  summary: "Who changed the policy, and when; newest first",
  answer: list(z.object({ at: moment, by: z.string(), changed: z.array(difference) })),
});

export const listPresets = endpoint({
  method: "get",
  path: "/presets",
  need: "signed_in",
  tag: "Policy",
  summary: "The policies that workspaces start from",
  answer: list(
    z.looseObject({
      ...{ id: z.string(), name: z.string(), says: z.string() },
      texts: z.record(z.string(), z.string()).openapi({ description: "Each key's value as people write it" }),
    }),
  ),
});

const sourceShape = z
  .object({
    name: z.string(),
    kind: z.enum(SOURCE_KINDS),
    options: z.array(z.string()),
    owns: z.array(z.string()).openapi({ description: "Groups of fields that imports may not write" }),
  })
  .openapi("Source");

const sourceOptions = { isMain: z.boolean().optional(), overrules: z.boolean().optional() };

export const listSources = endpoint({
  method: "get",
  path: "/sources",
  need: "read",
  tag: "Sources",
  summary: "The systems that the workspace is connected to, and what each owns",
  answer: list(sourceShape),
});

export const addSource = endpoint({
  method: "post",
  path: "/sources",
  need: "change_policy",
  tag: "Sources",
  summary: "Say that the workspace is connected to a source",
  body: z.strictObject({ name: z.string(), kind: z.string().optional(), ...sourceOptions }),
  answer: sourceShape,
  status: 201,
});

export const changeSource = endpoint({
  method: "patch",
  path: "/sources/{name}",
  need: "change_policy",
  tag: "Sources",
  summary: "Turn an option of a source on or off",
  body: z.strictObject(sourceOptions),
  answer: sourceShape,
});

export const removeSource = endpoint({
  method: "delete",
  path: "/sources/{name}",
  need: "change_policy",
  tag: "Sources",
  summary: "Say that a source is no longer connected",
  answer: null,
});

const memberShape = z
  .object({
    member: z.string(),
    email: z.string(),
    name: z.string(),
    role: z.enum(ROLES),
    formerEmails: z.array(z.string()),
    createdAt: moment,
    removedAt: moment.nullable(),
  })
  .openapi("Member");

const memberTexts = { name: z.string().optional(), role: z.enum(ROLES).optional() };

export const listMembers = endpoint({
  method: "get",
  path: "/members",
  need: "read",
  tag: "Members",
  summary: "Members of the workspace",
  query: z.object({ removed: z.stringbool().default(false).openapi({ description: "Those who have left too" }) }),
  answer: list(memberShape),
});

export const addMember = endpoint({
  method: "post",
  path: "/members",
  need: "change_members",
  tag: "Members",
  summary: "Make somebody a member",
  body: z.strictObject({ email: z.string(), ...memberTexts }),
  answer: memberShape,
  status: 201,
});

export const changeMember = endpoint({
  method: "patch",
  path: "/members/{id}",
  need: "change_members",
  tag: "Members",
  summary: "Change a member's address, name or role",
  body: z.strictObject({ email: z.string().optional(), ...memberTexts }),
  answer: memberShape,
});

export const inviteMember = endpoint({
  method: "post",
  path: "/members/{id}/invitation",
  need: "change_members",
  tag: "Members",
  summary: "Invite a member to sign in, or do so again: an earlier link ends",
  holdsSecret: true,
  isSlow: true,
  answer: z.object({
    member: z.string(),
    email: z.string(),
    mailed: z.boolean(),
    link: z.string().nullable().openapi({
      description: "To be handed over where no mail was sent; null: they have signed in before, or were sent a mail",
    }),
  }),
});

export const removeMember = endpoint({
  method: "delete",
  path: "/members/{id}",
  need: "change_members",
  tag: "Members",
  summary: "End a membership; contacts stay, or go to another member",
  query: z.object({ giveTo: z.string().optional() }),
  answer: memberShape.extend({
    contacts: z.number().int(),
    opportunities: z.number().int(),
    givenTo: z.string().nullable(),
  }),
});
