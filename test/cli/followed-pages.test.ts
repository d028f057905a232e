/** The import pages of the receivables and the prospecting system, followed with the command from a fresh data folder. */
import { describe, expect, test } from "vitest";
import { jsonLines, workbench } from "./run-muster.ts";

describe("the receivables page", () => {
  const FILE = `Who pays;Client ID;Email;Position;Main?
Harbor;C-17;tina@harbor.example;Accounts Payable;1
Atlas;C-18;ned@atlas.example;Owner;1
Harbor;;sam@harbor.example;CFO;
Atlas;C-17;rosa@atlas.example;Owner;
`;

  test("is followed: enabled, mapped with Required marks, imported, its file and its errors downloaded (C-M2, C-D1, C-Q1, C-Q2)", () => {
    const bench = workbench();
    const file = bench.file("customers.csv", FILE);
    const off = bench.run(["import", file, "--preset", "receivables", "--yes"]);
    expect(off).toMatchObject({ code: 2, err: expect.stringContaining("muster policy set enabled yes") });
    bench.json(["policy", "set", "enabled", "yes"]);

    const unmapped = bench.run(["import", file, "--yes"]);
    const done = bench.run(["import", file, "--yes", "--map", "Who pays=customer name"]);
    expect(unmapped).toMatchObject({ code: 0 });
    expect(unmapped.out).toContain("created        0");
    expect(done.out).toMatch(/Who pays +account_name +Harbor +Required\n/);
    expect(done.out).toMatch(/Position +position +Accounts Payable\n/);
    expect(done.out).toMatch(/Main\? +main_contact +1 /);
    expect(done.out).toContain("Required to create a contact: Customer name + Client ID + Contact email address");

    const history = bench.run(["imports"]).out;
    expect(history).toMatch(/customers\.csv +contacts +done +2 +0 +0 +0 +2\n/);
    const lines = bench.run(["lines", "latest", "--outcome", "failed"]).out;
    expect(lines).toContain("Required fields to create/update contacts are missing: Client ID.");
    expect(lines).toContain("Account id and account name belong to different accounts");
    expect(bench.run(["imports", "file", "latest"]).out).toBe(FILE);

    const errors = bench.run(["lines", "latest", "--format", "csv"]).out;
    const corrected = errors.replace("Harbor;;sam", "Harbor;C-17;sam").replace("Atlas;C-17;rosa", "Atlas;C-18;rosa");
    const again = bench.json(["import", bench.file("corrected.csv", corrected), "--yes"]);
    expect(again).toMatchObject({ outcomes: { created: 2, failed: 0 } });
  });
});

describe("the prospecting page", () => {
  test("is followed: created with tags, exported, changed and updated by id; who is Do Not Touch is filtered (C-C2, C-H2, C-I3, C-I6)", () => {
    const bench = workbench();
    const people = "Contact LinkedIn URL,Account Name,Domain,First name,Last name,Booth\n";
    const file = bench.file(
      "fair.csv",
      `${people}linkedin.com/in/ann-lee,,,,,B12\n,Quay,quay.example,Bob,Ray,B13\n,Quay,,Cy,Dunn,\n`,
    );
    const run = bench.run(["import", file, "--preset", "prospecting", "--tag", "Fair", "--yes"]);
    expect(run.out).toContain("no profile service is set (MUSTER_ENRICHMENT_URL)");
    expect(run.out).toContain("LinkedIn URL, or Account Name + Domain + First name + Last name");
    expect(bench.run(["lines", "latest", "--outcome", "failed"]).out).toContain(
      "one of Contact LinkedIn URL or Domain",
    );
    expect(bench.run(["contacts", "--filter", "tag=Fair"]).out).toContain("linkedin.com/in/ann-lee");

    bench.run(["export", "contacts", "--out", bench.path("export.csv")]);
    const edited = bench.file("edited.csv", bench.read("export.csv").replace("Bob", "Robert"));
    const unsaid = bench.run(["import", edited, "--yes"]);
    expect(unsaid).toMatchObject({ code: 2, err: expect.stringContaining("--mode update") });
    expect(bench.json(["import", edited, "--mode", "update", "--yes"])).toMatchObject({
      outcomes: { updated: 1, unchanged: 1 },
    });
    bench.json(["import", edited, "--mode", "update", "--yes", "--dnt"]);
    expect(jsonLines(bench.run(["contacts", "--filter", "do_not_touch=yes", "--json"]).out)).toHaveLength(2);
  });
});
