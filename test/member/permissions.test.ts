/** Roles and actions: the whole table. */
import { describe, expect, test } from "vitest";
import { ROLES } from "../../src/core/member/member.ts";
import { ACTIONS, type Action, deniedAction, mayDo } from "../../src/core/member/permissions.ts";
import { member } from "../support/members.ts";

const as = (role: (typeof ROLES)[number], removedAt: number | null = null) =>
  ({ kind: "member", member: member({ email: "ann@example.com", role, removedAt }) }) as const;
const OPERATOR = { kind: "operator", name: "root" } as const;

describe("who may do what (C-M1)", () => {
  const ALLOWED: readonly (readonly [action: Action, minRole: "admin" | "editor", roles: string])[] = [
    ["read", "editor", "admin editor viewer"],
    ["import", "editor", "admin editor"],
    ["import", "admin", "admin"],
    ["undo", "editor", "admin editor"],
    ["undo", "admin", "admin"],
    ["change_contacts", "admin", "admin editor"],
    ["change_mappings", "editor", "admin editor"],
    ["change_fields", "editor", "admin"],
    ["change_policy", "editor", "admin"],
    ["change_members", "editor", "admin"],
    ["remove_imports", "editor", "admin"],
    ["create_workspaces", "editor", ""],
    ["back_up", "editor", ""],
    ["change_workflows", "editor", "admin"],
    ["change_effects", "admin", "admin editor"],
    ["run_worker", "editor", ""],
  ];
  test.for(ALLOWED)("%s, where %s imports: %s", ([action, minRole, roles]) => {
    expect(ROLES.filter((role) => mayDo(as(role), action, { minRole })).join(" ")).toBe(roles);
    expect(mayDo(OPERATOR, action, { minRole })).toBe(true);
  });

  test("every action is in the table above", () => {
    expect(new Set(ALLOWED.map(([action]) => action))).toEqual(new Set(ACTIONS));
  });

  test("whoever was removed may do nothing", () => {
    for (const action of ACTIONS) expect(mayDo(as("admin", 5), action, { minRole: "editor" })).toBe(false);
  });

  test("a refusal says who may, and what to do", () => {
    expect(deniedAction(as("viewer"), "import", { minRole: "admin" })).toEqual({
      code: "permission_denied",
      message: "ann@example.com has the role viewer, and only admins may import here.",
      fix: "Ask an admin of the workspace to do it, or to give you the role: muster members change ann@example.com --role admin.",
    });
    expect(deniedAction(OPERATOR, "import", { minRole: "admin" })).toBeNull();
  });
});
