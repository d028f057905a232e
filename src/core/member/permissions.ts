/** Which role may do what: the one table behind every command and every route. */
import type { Policy } from "../policy/policy.ts";
import type { Refusal } from "../problem/refusal.ts";
import type { Actor, KeyActor } from "./actor.ts";
import { ROLES, type Role } from "./member.ts";
import type { Scope } from "./scopes.ts";

/** `policy`: the least role is the policy's `minRole`. `operator`: no role is enough, as it concerns other workspaces. */
const LEAST_ROLE = {
  /** Lists, exports, the ledger. */
  read: "viewer",
  /** Plan, run, resume and cancel imports. */
  import: "policy",
  undo: "policy",
  change_contacts: "editor",
  change_mappings: "editor",
  /** How one looks at lists oneself. */
  keep_views: "viewer",
  change_fields: "admin",
  /** What is done with every new contact, and whom it writes to. */
  change_workflows: "admin",
  /** Retrying and cancelling what workflows send. */
  change_effects: "editor",
  /** Who outside is told of imports. */
  change_webhooks: "admin",
  /** Turning imports on, and what an import may otherwise not set for itself, belong to it. */
  change_policy: "admin",
  change_members: "admin",
  /** With their ledgers: what they wrote can then neither be undone nor traced. */
  remove_imports: "admin",
  /** Nothing brings them back. */
  erase_people: "admin",
  create_workspaces: "operator",
  /** A backup holds every workspace. */
  back_up: "operator",
  run_worker: "operator",
  /** Whoever holds somebody's link is that person. */
  make_links: "operator",
  /** Whoever is a member makes keys of their own; none that may do more than its maker. */
  change_keys: "viewer",
} as const satisfies Readonly<Record<string, Role | "policy" | "operator">>;

export type Action = keyof typeof LEAST_ROLE;
export const ACTIONS = Object.keys(LEAST_ROLE) as readonly Action[];

const DOING: Readonly<Record<Action, string>> = {
  read: "look at the workspace",
  import: "import",
  undo: "undo imports",
  change_contacts: "change contacts",
  change_mappings: "change saved mappings",
  keep_views: "keep views of lists",
  change_fields: "change fields",
  change_policy: "change the policy",
  change_members: "change members",
  remove_imports: "remove imports",
  erase_people: "erase people",
  create_workspaces: "make workspaces",
  back_up: "back up the data folder",
  change_workflows: "change workflows",
  change_effects: "retry or cancel what is sent",
  change_webhooks: "change webhooks",
  run_worker: "run a worker",
  make_links: "make sign-in links for others",
  change_keys: "make or revoke keys",
};

/** The scope that a key needs beside its role; null = no key may, so that one that has leaked makes no others. */
const SCOPE: Readonly<Record<Action, Scope | null>> = {
  read: "read",
  import: "import",
  undo: "import",
  change_contacts: "write",
  change_mappings: "write",
  keep_views: "write",
  change_effects: "write",
  change_fields: "admin",
  change_workflows: "admin",
  change_webhooks: "admin",
  change_policy: "admin",
  change_members: "admin",
  remove_imports: "admin",
  erase_people: "admin",
  create_workspaces: null,
  back_up: null,
  run_worker: null,
  make_links: null,
  change_keys: null,
};

type RolePolicy = Pick<Policy, "minRole">;

function leastRole(action: Action, policy: RolePolicy): Role | "operator" {
  const least = LEAST_ROLE[action];
  return least === "policy" ? policy.minRole : least;
}

/** The role is the least one or above it. */
const reaches = (role: Role, least: Role | "operator"): boolean =>
  least !== "operator" && ROLES.indexOf(role) <= ROLES.indexOf(least);

function inScope({ scopes }: KeyActor, action: Action): boolean {
  const scope = SCOPE[action];
  return scope === "read" || (scope !== null && scopes.includes(scope));
}

export function mayDo(actor: Actor, action: Action, policy: RolePolicy): boolean {
  if (actor.kind === "operator") return true;
  const least = leastRole(action, policy);
  if (actor.kind === "key") return inScope(actor, action) && reaches(actor.role, least);
  return actor.member.removedAt === null && reaches(actor.member.role, least);
}

/** Null where it is allowed. */
export function deniedAction(actor: Actor, action: Action, policy: RolePolicy): Refusal | null {
  if (mayDo(actor, action, policy) || actor.kind === "operator") return null;
  const least = leastRole(action, policy);
  if (actor.kind === "key") return deniedKey(actor, action, least);
  const { email, role, removedAt } = actor.member;
  const is = removedAt === null ? `has the role ${role}` : "is no longer a member";
  const fix =
    least === "operator"
      ? "Ask the operator of the machine, who does it without --as."
      : `Ask an admin of the workspace to do it, or to give you the role: muster members change ${email} --role ${least}.`;
  return {
    code: "permission_denied",
    message: `${email} ${is}, and only ${WHO[least]} may ${DOING[action]} here.`,
    fix,
  };
}

function deniedKey(key: KeyActor, action: Action, least: Role | "operator"): Refusal {
  const scope = SCOPE[action];
  const code = "permission_denied";
  if (scope === null) {
    const message = `No key may ${DOING[action]}.`;
    return { code, message, fix: "Sign in to do it, or do it at the command line of the machine." };
  }
  if (!inScope(key, action)) {
    const message = `The key ${key.name} has the scopes ${key.scopes.join(", ")}, and to ${DOING[action]} it needs ${scope}.`;
    return { code, message, fix: `Use a key with that scope: muster keys create NAME --scope ${scope}.` };
  }
  const message = `The key ${key.name} has the role ${key.role}, and only ${WHO[least]} may ${DOING[action]} here.`;
  return { code, message, fix: `Use a key with that role: muster keys create NAME --scope ${scope} --role ${least}.` };
}

const WHO: Readonly<Record<Role | "operator", string>> = {
  operator: "the operator of the machine",
  admin: "admins",
  editor: "editors and admins",
  viewer: "members",
};
