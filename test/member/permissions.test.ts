/** Roles and actions: the whole table. */
import { describe, expect, test } from "vitest";
import { ROLES } from "../../src/core/member/member.ts";
import { ACTIONS, type Action, deniedAction, mayDo } from "../../src/core/member/permissions.ts";
import { SCOPES, type Scope } from "../../src/core/member/scopes.ts";
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
    ["keep_views", "admin", "admin editor viewer"],
    ["change_fields", "editor", "admin"],
    ["change_policy", "editor", "admin"],
    ["change_members", "editor", "admin"],
    ["remove_imports", "editor", "admin"],
    ["erase_people", "editor", "admin"],
    ["create_workspaces", "editor", ""],
    ["back_up", "editor", ""],
    ["change_workflows", "editor", "admin"],
    ["change_effects", "admin", "admin editor"],
    ["change_webhooks", "editor", "admin"],
    ["run_worker", "editor", ""],
    ["make_links", "editor", ""],
    ["change_keys", "admin", "admin editor viewer"],
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

describe("what a key may do (C-M1)", () => {
  const key = (role: (typeof ROLES)[number], ...scopes: readonly Scope[]) =>
    ({ kind: "key", name: "nightly", role, scopes }) as const;
  const BY_SCOPE: readonly (readonly [scope: Scope, actions: string])[] = [
    ["read", "read"],
    ["import", "read import undo"],
    ["write", "read change_contacts change_mappings keep_views change_effects"],
    [
      "admin",
      "read change_fields change_workflows change_webhooks change_policy change_members remove_imports erase_people",
    ],
  ];
  test.for(BY_SCOPE)("with the scope %s an admin's: %s", ([scope, actions]) => {
    const allowed = ACTIONS.filter((action) => mayDo(key("admin", scope), action, { minRole: "editor" }));
    expect(new Set(allowed)).toEqual(new Set(actions.split(" ")));
  });

  test("is what its role may at most, whatever its scopes", () => {
    for (const role of ROLES)
      for (const action of ACTIONS)
        if (mayDo(key(role, ...SCOPES), action, { minRole: "editor" }))
          expect(mayDo(as(role), action, { minRole: "editor" })).toBe(true);
    expect(mayDo(key("viewer", ...SCOPES), "import", { minRole: "editor" })).toBe(false);
  });

  test("is told with the scope or the role that it lacks", () => {
    expect(deniedAction(key("admin", "read", "write"), "import", { minRole: "editor" })).toMatchObject({
      message: "The key nightly has the scopes read, write, and to import it needs import.",
      fix: "Use a key with that scope: muster keys create NAME --scope import.",
    });
    expect(deniedAction(key("editor", "import"), "import", { minRole: "admin" })).toMatchObject({
      message: "The key nightly has the role editor, and only admins may import here.",
      fix: "Use a key with that role: muster keys create NAME --scope import --role admin.",
    });
    expect(deniedAction(key("admin", ...SCOPES), "change_keys", { minRole: "editor" })).toMatchObject({
      message: "No key may make or revoke keys.",
    });
  });
});
