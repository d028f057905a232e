/** `duplicates` and `merge`: what is listed, merged, taken back, and who may. */
import { describe, expect, test } from "vitest";
import { jsonLines, scene } from "./run-muster.ts";

const FIRST =
  "Name,Email,Phone,Company,Tags\nAnn Lee,ann@harbor.example,+14155550100,Harbor,vip\nBo Chan,bo@chan.example,,,\n";
const SECOND = "Name,Email,Phone,Company,Tags\nLee Ann,lee@harbor.example,+14155550101,Harbor,cold\n";

const twice = scene((bench) => {
  bench.run(["import", bench.file("first.csv", FIRST), "--yes"]);
  const ended = bench.run(["import", bench.file("second.csv", SECOND), "--yes"]);
  const [pair] = jsonLines(bench.run(["duplicates", "latest", "--json"]).out);
  const [kept = "", other = ""] = ((pair?.contacts ?? []) as { id: string }[]).map(({ id }) => id);
  return { ended, pair, kept, other };
});

describe("possible duplicates (C-H6)", () => {
  test("are named after the import, and listed with score, reasons, both contacts and the next command", () => {
    const { run, ended, pair, kept, other } = twice();
    expect(ended.out).toMatch(/muster duplicates imp_\w+ .* see 1 possible duplicate$/m);
    expect(pair).toMatchObject({
      score: expect.any(Number),
      contacts: [
        { name: "Ann Lee", email: "ann@harbor.example" },
        { name: "Lee Ann", account_name: "Harbor" },
      ],
    });
    const { out, code } = run(["duplicates"]);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^0\.\d\d {2}first and last name swapped, Ann Lee and Lee Ann; both at Harbor; phones differ by a digit/,
    );
    expect(out).toContain(`${kept}  Ann Lee · ann@harbor.example · +14155550100 · Harbor`);
    expect(out).toContain(`muster merge ${kept} ${other} --data`);
    expect(run(["duplicates", "--min-score", "0.99"]).err).toContain("no possible duplicates with a score of 0.99");
    expect(run(["duplicates", "--min-score", "2"])).toMatchObject({ code: 2 });
  });

  test("are not listed again once somebody has called them two people", () => {
    const { run, json, kept, other } = twice();
    expect(json(["duplicates", "dismiss", other, kept])).toMatchObject({ code: 0, dismissed: [other, kept] });
    expect(run(["duplicates", "--json"]).out).toBe("");
    expect(json(["duplicates", "dismiss", kept, other, "--undo"])).toMatchObject({ code: 0, recalled: [kept, other] });
    expect(jsonLines(run(["duplicates", "--json"]).out)).toHaveLength(1);
  });
});

describe("a merge by hand (C-H6)", () => {
  test("is previewed, not done without a yes, and taken back", () => {
    const { run, json, kept, other } = twice();
    expect(json(["merge", kept, other])).toMatchObject({ code: 2, problem: { code: "confirmation_required" } });
    const preview = run(["merge", kept, other, "--dry-run"]).out;
    expect(preview).toContain("  additional_emails: (empty) → lee@harbor.example\n");
    expect(preview).toContain(`  goes away: full_name Lee Ann of ${other}\n`);
    const merged = json(["merge", kept, other, "--take", `phone=${other}`, "--yes"]);
    expect(merged).toMatchObject({ code: 0, kept, others: [other], changes: { tags: [["vip"], ["vip", "cold"]] } });
    expect(merged).toMatchObject({ changes: { phone: ["+14155550100", "+14155550101"] }, taken: { phone: other } });
    expect(run(["contacts", "show", other]).code).toBe(2);
    expect(run(["contacts", "show", kept]).out).toContain(`took in ${other}`);
    expect(run(["undo", "latest", "--dry-run"]).out).toContain("1 was merged into other contacts");
    expect(json(["merge", kept, other, "--yes"])).toMatchObject({ code: 2, problem: { code: "contact_unknown" } });
    const undone = json(["merge", "undo", String(merged.merge), "--yes"]);
    expect(undone).toMatchObject({ code: 0, state: "undone", back: [other], keptFields: [] });
    expect(run(["contacts", "show", other]).out).toContain("lee@harbor.example");
    expect(jsonLines(run(["merge", "list", "--json"]).out)).toMatchObject([
      { kept, undone: { by: expect.any(String) } },
    ]);
    expect(json(["merge", "undo", "latest", "--yes"])).toMatchObject({ code: 2, problem: { code: "merge_undone" } });
  });

  test("is for editors, and names who did it (C-M1)", () => {
    const { run, json, kept, other } = twice();
    run(["members", "add", "eva@example.com", "--name", "Eva", "--role", "viewer"]);
    const refused = { code: 2, problem: { code: "permission_denied" } };
    expect(json(["merge", kept, other, "--yes", "--as", "eva@example.com"])).toMatchObject(refused);
    expect(json(["duplicates", "dismiss", kept, other, "--as", "eva@example.com"])).toMatchObject(refused);
    run(["members", "change", "eva@example.com", "--role", "editor"]);
    expect(json(["merge", kept, other, "--yes", "--as", "eva@example.com"])).toMatchObject({ by: "eva@example.com" });
  });
});
