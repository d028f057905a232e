/** What undo says where there is nothing left to undo, and what it counts. */
import { describe, expect, test } from "vitest";
import { workbench } from "./run-muster.ts";

const PEOPLE = `Full name,Email,Account name,Account ID,Main contact
Ann,ann@x.test,Acme Inc,A1,1
Bob,bob@x.test,Acme Inc,A1,
Cy,cy@x.test,Zed,Z1,1
`;

describe("undo says what is so (C-U1, C-U2)", () => {
  test("of an import that is undone already it says when, and of none that there is none", () => {
    const bench = workbench();
    const none = bench.run(["undo", "latest"]);
    expect(none).toMatchObject({
      code: 2,
      err: expect.stringContaining("Nothing was imported into this workspace yet"),
    });
    expect(none.err).toContain("muster import FILE");
    const { import: id } = bench.json(["import", bench.file("people.csv", PEOPLE), "--yes"]);
    expect(bench.json(["undo", "latest", "--yes"])).toMatchObject({ undo: { deleted: 3 } });
    for (const options of [["--yes"], ["--dry-run"]]) {
      const again = bench.run(["undo", "latest", ...options]);
      expect(again.code).toBe(2);
      expect(again.err).toMatch(
        new RegExp(`${String(id)} is undone already on \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d by `),
      );
    }
    expect(bench.json(["show", "latest"])).toMatchObject({
      object: "contacts",
      undo: { deleted: 3, at: expect.any(String) },
    });
  });

  test("the latest is the newest that wrote something, and not the one before it once it is taken back", () => {
    const bench = workbench();
    const first = bench.json(["import", bench.file("first.csv", "Email\na@x.test\n"), "--yes"]).import;
    const second = bench.json(["import", bench.file("second.csv", "Email\nb@x.test\n"), "--yes"]).import;
    bench.run(["import", bench.path("second.csv"), "--yes"]);
    bench.run(["plan", bench.file("plan.csv", "Email\nc@x.test\n")]);
    expect(bench.json(["undo", "latest", "--yes"])).toMatchObject({ import: second, undo: { deleted: 1 } });
    expect(bench.run(["undo", "latest", "--yes"]).err).toContain(`${second} is undone already`);
    expect(bench.run(["contacts"]).out).toContain("a@x.test");
    expect(bench.json(["undo", String(first), "--yes"])).toMatchObject({ undo: { deleted: 1 } });
  });

  test("the latest is the one that wrote last, also where it was planned before others; a contact shows both in their time", () => {
    const bench = workbench();
    const city = (name: string): string => bench.file(`${name}.csv`, `Name,Email,City\nAnn,a@x.test,${name}\n`);
    bench.run(["import", city("Paris"), "--yes"]);
    const waits = String(bench.json(["plan", city("Nice")]).import);
    const between = String(bench.json(["import", city("Bern"), "--yes"]).import);
    bench.run(["resume", waits, "--yes"]);
    const ann = /con_\w+/.exec(bench.run(["contacts", "--json"]).out)?.[0] ?? "";
    const shown = bench.json(["contacts", "show", ann]);
    expect(shown).toMatchObject({ city: "Nice", origins: { city: { import: waits, line: 2, raw: "Nice" } } });
    expect(Object(shown).history.slice(0, 2)).toMatchObject([{ import: waits }, { import: between }]);
    expect(bench.json(["undo", "latest", "--yes"])).toMatchObject({ import: waits });
    expect(bench.json(["contacts", "show", ann])).toMatchObject({ city: "Bern" });
  });

  test("an import that tells an account alone what it did not know is said to change it, and is taken back", () => {
    const bench = workbench();
    const told = "Email,Company,Domain\nann@x.test,Acme,acme.test\n";
    bench.run(["import", bench.file("people.csv", "Email,Company\nann@x.test,Acme\nbob@x.test,Acme\n"), "--yes"]);
    const first = bench.json(["import", bench.file("first.csv", told.replace("ann", "bob")), "--yes"]).import;
    bench.run(["import", bench.file("second.csv", told), "--yes"]);
    bench.run(["undo", String(first), "--yes"]);
    const again = bench.run(["import", bench.path("second.csv"), "--yes"]);
    expect(again.out).toMatch(/accounts +0 created, 1 line changed one/);
    expect(again.out).toContain("take it back");
    expect(bench.run(["undo", "latest", "--dry-run"]).out).toContain("1 change of accounts would be taken back");
    expect(bench.run(["undo", "latest", "--yes"]).out).toContain("lines made or changed: 1 taken back");
  });

  test("a contact that moved by its account's id alone takes over what that is called, and is counted once when it goes back", () => {
    const bench = workbench();
    bench.run(["import", bench.file("people.csv", PEOPLE), "--yes"]);
    const before = bench.run(["export", "contacts"]).out;
    bench.run(["import", bench.file("move.csv", "Email,Account ID\nbob@x.test,Z1\n"), "--yes"]);
    expect(bench.run(["lines", "latest"]).out).toContain("account_id: A1 → Z1 · account_name: Acme Inc → Zed");
    expect(bench.json(["undo", "latest", "--yes"])).toMatchObject({ undo: { restored: 1 }, besides: { restored: 0 } });
    expect(bench.run(["export", "contacts"]).out).toBe(before);
  });

  test("a contact that moved by its account's name alone gives up the former one's id, so that its export goes in again (C-C3)", () => {
    const bench = workbench();
    bench.run(["import", bench.file("people.csv", PEOPLE), "--yes"]);
    bench.run(["import", bench.file("named.csv", "Email,Account name\nbob@x.test,Nova\n"), "--yes"]);
    expect(bench.run(["lines", "latest"]).out).toContain("account_name: Acme Inc → Nova · account_id: A1 → (empty)");
    const exported = bench.file("export.csv", bench.run(["export", "contacts"]).out);
    expect(bench.json(["import", exported, "--yes"])).toMatchObject({ outcomes: { unchanged: 3, failed: 0 } });
  });

  test("an import of accounts counts the contacts that follow a new name, in the plan as in the run (C-F4, C-P2)", () => {
    const bench = workbench();
    bench.run(["import", bench.file("people.csv", PEOPLE), "--yes"]);
    const accounts = bench.file("accounts.csv", "Name,External ID\nAcme GmbH,A1\nZed,Z1\n");
    const planned = bench.json(["plan", accounts, "--object", "accounts"]);
    const done = bench.json(["import", accounts, "--object", "accounts", "--yes"]);
    for (const tally of [planned, done])
      expect(tally).toMatchObject({ object: "accounts", followers: 2, outcomes: { updated: 1 } });
    expect(bench.run(["imports"]).out).toMatch(/accounts\.csv +accounts +done/);
    const undone = bench.run(["undo", "latest", "--dry-run"]).out;
    expect(undone).toContain("2 changes of contacts would be taken back: what they say of their account");
  });
});

test("one is shown by an external id, address or name that no other has (C-Q3)", () => {
  const bench = workbench();
  const people =
    "Full name,Email,External ID,Account name\nAnn,ann@x.test,E1,Acme\nBob,bob@x.test,E2,Acme\nCy,bob@y.test,E2,Zed\n";
  bench.run(["import", bench.file("people.csv", people), "--yes", "--set", "inFile=both"]);
  for (const word of ["ANN@x.test", "E1"])
    expect(bench.json(["contacts", "show", word])).toMatchObject({ full_name: "Ann", code: 0 });
  expect(bench.json(["accounts", "show", "acme"])).toMatchObject({ name: "Acme" });
  const several = bench.run(["contacts", "show", "E2"]);
  expect(several).toMatchObject({
    code: 2,
    err: expect.stringMatching(/Several contacts are called E2, such as con_/),
  });
  expect(bench.run(["contacts", "show", "nobody"]).err).toContain("There is no contact nobody");
});
