/** Which role may do what: the one table behind every command and every route. */
import type { Policy } from "../policy/policy.ts";
import type { Refusal } from "../problem/refusal.ts";
import type { Actor } from "./actor.ts";
import { ROLES, type Role } from "./member.ts";

/** `policy`: the least role is the policy's `minRole`. `operator`: no role is enough, as it concerns other workspaces. */
const LEAST_ROLE = {
  /** Lists, exports, the ledger. */
  read: "viewer",
  /** Plan, run, resume and cancel imports. */
  import: "policy",
  undo: "policy",
  change_contacts: "editor",
  change_mappings: "editor",
  change_fields: "admin",
  /** What is done with every new contact, and whom it writes to. */
  change_workflows: "admin",
  /** Retrying and cancelling what workflows send. */
  change_effects: "editor",
  /** Turning imports on, and what an import may otherwise not set for itself, belong to it. */
  change_policy: "admin",
  change_members: "admin",
  /** With their ledgers: what they wrote can then neither be undone nor traced. */
  remove_imports: "admin",
  create_workspaces: "operator",
  /** A backup holds every workspace. */
  back_up: "operator",
  run_worker: "operator",
} as const satisfies Readonly<Record<string, Role | "policy" | "operator">>;

export type Action = keyof typeof LEAST_ROLE;
export const ACTIONS = Object.keys(LEAST_ROLE) as readonly Action[];

const DOING: Readonly<Record<Action, string>> = {
  read: "look at the workspace",
  import: "import",
  undo: "undo imports",
  change_contacts: "change contacts",
  change_mappings: "change saved mappings",
  change_fields: "change fields",
  change_policy: "change the policy",
  change_members: "change members",
  remove_imports: "remove imports",
  create_workspaces: "make workspaces",
  back_up: "back up the data folder",
  change_workflows: "change workflows",
  change_effects: "retry or cancel what is sent",
  run_worker: "run a worker",
};

type RolePolicy = Pick<Policy, "minRole">;

function leastRole(action: Action, policy: RolePolicy): Role | "operator" {
  const least = LEAST_ROLE[action];
  return least === "policy" ? policy.minRole : least;
}

export function mayDo(actor: Actor, action: Action, policy: RolePolicy): boolean {
  if (actor.kind === "operator") return true;
  const { role, removedAt } = actor.member;
  const least = leastRole(action, policy);
  return removedAt === null && least !== "operator" && ROLES.indexOf(role) <= ROLES.indexOf(least);
}

/** Null where it is allowed. */
export function deniedAction(actor: Actor, action: Action, policy: RolePolicy): Refusal | null {
  if (mayDo(actor, action, policy) || actor.kind === "operator") return null;
  const { email, role, removedAt } = actor.member;
  const least = leastRole(action, policy);
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

const WHO: Readonly<Record<Role | "operator", string>> = {
  operator: "the operator of the machine",
  admin: "admins",
  editor: "editors and admins",
  viewer: "members",
};
