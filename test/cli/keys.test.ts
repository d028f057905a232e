/** `keys`: API keys on the command line. */
import { describe, expect, test } from "vitest";
import { jsonLines, workbench } from "./run-muster.ts";

describe("keys", () => {
  test("are made, shown once, listed without what is secret, and revoked (C-M1)", () => {
    const { run, json } = workbench();
    const made = json(["keys", "create", "nightly", "--scope", "import", "--expires", "90d"]);
    expect(made).toMatchObject({ code: 0, name: "nightly", role: "editor", scopes: ["import"], lastUsedAt: null });
    expect(made.key).toMatch(/^mst_[\w-]{43}$/);
    expect(jsonLines(run(["keys", "--json"]).out)).toEqual([
      expect.objectContaining({ id: made.id, hint: String(made.key).slice(0, 12), createdBy: expect.any(String) }),
    ]);
    const plain = run(["keys", "create", "reports", "--scope", "read", "--role", "viewer"]);
    expect(plain.out).toMatch(/^mst_[\w-]{43}\n$/);
    expect(plain.err).toContain("The key reports, in the role viewer, may look.");
    const listed = run(["keys", "list"]).out;
    expect(listed).toMatch(/^nightly +mst_.{8}… +editor +import /m);
    expect(listed).not.toContain(plain.out.trim());
    expect(json(["keys", "revoke", String(made.id)])).toMatchObject({ code: 0, name: "nightly" });
    expect(run(["keys"]).out).not.toContain("nightly");
    expect(run(["keys", "--revoked"]).out).toMatch(/^nightly .* revoked 2/m);
    expect(json(["keys", "revoke", "nobody"])).toMatchObject({ code: 2, problem: { code: "key_not_there" } });
  });

  test("that could do more than the member who makes them are refused (C-M1)", () => {
    const { run, json } = workbench();
    run(["members", "add", "ann@example.com", "--role", "viewer"]);
    const asAnn = ["--as", "ann@example.com", "--scope", "import"];
    expect(json(["keys", "create", "mine", ...asAnn, "--role", "editor"])).toMatchObject({
      ...{ code: 2, problem: { code: "key_invalid", message: expect.stringContaining("your role is viewer") } },
    });
    expect(json(["keys", "create", "mine", ...asAnn])).toMatchObject({ code: 0, role: "viewer" });
  });
});
