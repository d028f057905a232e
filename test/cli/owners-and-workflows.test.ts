/** Owners that are said for a whole file, the example workflow, and what a workflow leaves out. */
import { describe, expect, test } from "vitest";
import { jsonLines, workbench } from "./run-muster.ts";

const EXAMPLE = "examples/welcome.workflow.json";
const STAGES = "pipeline_name,is_default,stage_name,position\nSales,yes,New,1\n";

describe("owners and workflows", () => {
  test("--owner counts for opportunities beside their contacts, and for those alone (C-R1, C-E8)", () => {
    const bench = workbench();
    bench.run(["members", "add", "bob@example.com", "--name", "Bob Ray"]);
    bench.run(["import", bench.file("p.csv", STAGES), "--object", "pipelines", "--yes"]);
    const both = bench.file("both.csv", "Full name,Email,Opportunity,Stage\nAnn Lee,ann@x.test,Roof,New\n");
    const owner = ["--owner", "bob@example.com", "--yes"];
    bench.json(["import", both, "--object", "contacts,opportunities", ...owner]);
    const alone = bench.file("alone.csv", "Email,Opportunity name,Stage\nann@x.test,Door,New\n");
    bench.json(["import", alone, "--object", "opportunities", ...owner]);
    const deals = jsonLines(bench.run(["opportunities", "--json"]).out);
    expect(deals.map((deal) => [deal.name, deal.owner])).toEqual([
      ["Roof", "bob@example.com"],
      ["Door", "bob@example.com"],
    ]);
  });

  test("a contact of an opportunity that is not found is a problem whose fix leads on (C-R1)", () => {
    const bench = workbench();
    bench.run(["import", bench.file("p.csv", STAGES), "--object", "pipelines", "--yes"]);
    const alone = bench.file("alone.csv", "Email,Opportunity name\nnobody@x.test,Door\n");
    const said = bench.run(["import", alone, "--object", "opportunities", "--yes"]);
    const [fix] = bench.run(["lines", "latest", "--json"]).out.split("\n");
    for (const text of [said.out, fix]) {
      expect(text).toContain("(--object contacts,opportunities)");
      expect(text).not.toContain("--mode both");
    }
  });

  test("the example workflow is taken as it is, or says what to do about its owner; steps left out are listed (C-O1, C-E8)", () => {
    const bench = workbench();
    expect(bench.run(["workflows", "add", EXAMPLE])).toMatchObject({ code: 0 });
    bench.run(["import", bench.file("c.csv", "Name,Email\nAnn Lee,ann@x.test\n"), "--workflow", "Welcome", "--yes"]);
    bench.run(["members", "add", "bob@example.com", "--name", "Bob Ray"]);
    bench.run(["worker", "--once"]);
    const said = /step 2 assign_owner sales@example\.com was left out for 1 contact: the owner is no member/;
    expect(bench.run(["workflows", "runs"]).out).toMatch(said);
    expect(bench.run(["workflows", "show", "Welcome"]).out).toMatch(said);
    expect(bench.json(["workflows", "runs"])).toMatchObject({
      stepsLeftOut: [{ step: 2, result: "no_member", runs: 1 }],
    });
    bench.run(["workflows", "remove", "Welcome"]);
    expect(bench.run(["workflows", "add", EXAMPLE])).toMatchObject({
      code: 2,
      err: expect.stringContaining("add this one (muster members add)"),
    });
  });
});

test("under receivables a customer is an account and a role is a position, whatever these words are elsewhere (C-D1, C-F2)", () => {
  const bench = workbench();
  bench.run(["workspaces", "create", "debtors", "--preset", "receivables"]);
  bench.run(["policy", "set", "enabled", "yes", "--workspace", "debtors"]);
  const file = bench.file("customers.csv", "Customer;Client ID;Email;Role\nHarbor;C-1;ann@x.test;CFO\n");
  const there = bench.run(["plan", file, "--workspace", "debtors"]).out;
  expect(there).toMatch(/Customer +account_name +Harbor +Required/);
  expect(there).toMatch(/Role +position +CFO/);
  const german = bench.file("kunden.csv", "Kunde;Kundennummer;E-Mail;Funktion\nHarbor;C-1;ann@x.test;CFO\n");
  expect(bench.run(["plan", german, "--workspace", "debtors"]).out).toMatch(/Kunde +account_name +Harbor/);
  expect(bench.run(["plan", file]).out).not.toMatch(/Customer +account_name/);
});
