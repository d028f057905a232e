/** Accounts on the command line: imported, listed, shown, exported, undone, and what a line of contacts did to them. */
import { expect, test } from "vitest";
import { jsonLines, scene, workbench } from "./run-muster.ts";

const ACCOUNTS = `Customer name,Client ID,Website,Account manager,Segment
Acme GmbH,C-1,acme.example,"mia@us.example, nobody@us.example",Gold
ACME,C-2,www.acme.example,,
Beta,,,,
`;
const CONTACTS = `Client ID,Customer name,Email,Main contact
C-1,Acme GmbH,ann@acme.example,1
C-1,Acme GmbH,bob@acme.example,
C-9,Gamma,cy@gamma.example,
`;

const customers = scene((bench) => {
  bench.run(["members", "add", "mia@us.example", "--name", "Mia Key"]);
  const imported = bench.json(["import", bench.file("accounts.csv", ACCOUNTS), "--object", "accounts", "--yes"]);
  bench.run(["import", bench.file("contacts.csv", CONTACTS), "--yes"]);
  return { imported: String(imported.import) };
});

test("a file of accounts is told in words of accounts, and its lines lead to them (C-F4)", () => {
  const { run, file, imported } = customers();
  const lines = jsonLines(run(["lines", imported, "--format", "json"]).out);
  expect(lines).toMatchObject(
    [
      { line: 2, account: /^acc_/, problems: [{ code: "account_manager_not_found" }] },
      { line: 3, account: /^acc_/ },
      { line: 4, account: /^acc_/ },
    ].map((line) => ({ ...line, account: expect.stringMatching(line.account) })),
  );
  expect(Object.keys(lines[0] ?? {})).not.toContain("contact");
  const clash = file("clash.csv", "Client ID,Name\nC-1,Beta\nC-7,Beta\n");
  const table = run(["import", clash, "--object", "accounts", "--yes"]).out + run(["lines", "latest"]).out;
  expect(table).toContain("This line points at two different accounts: acc_");
  expect(table).not.toContain("ontact");
});

test("what lines of contacts did to accounts is counted, and told with each line (C-F1, C-F3)", () => {
  const { run, json } = customers();
  expect(json(["show", "latest"])).toMatchObject({ accounts: { created: 1, changed: 1 } });
  const [ann, bob, cy] = jsonLines(run(["lines", "latest", "--format", "json"]).out);
  expect(ann?.besides).toEqual([
    { account: expect.stringMatching(/^acc_/), changes: { main_contact: [null, ann?.contact] } },
  ]);
  expect(bob?.besides).toBeUndefined();
  expect(cy?.besides).toEqual([{ account: expect.stringMatching(/^acc_/), changes: null }]);
});

test("accounts are listed, searched and filtered; one is shown with who wrote what, its main contact and its contacts (C-F1)", () => {
  const { run, imported } = customers();
  const [acme, other] = jsonLines(run(["accounts", "--search", "acme", "--json"]).out);
  expect(acme).toMatchObject({ name: "Acme GmbH", external_id: "C-1", managers: ["mia@us.example"], contacts: 2 });
  expect(acme).toMatchObject({ kept: { Segment: "Gold" }, mainContact: expect.stringMatching(/^con_/) });
  expect(other).toMatchObject({ name: "ACME", contacts: 0, mainContact: null });
  expect(run(["accounts", "--filter", "managers=mia@us.example"]).out).toContain("Acme GmbH");
  const shown = run(["accounts", "show", String(acme?.id)]).out;
  for (const text of [`main contact ${acme?.mainContact}`, "2 contacts", "ann@acme.example", "Client ID", imported])
    expect(shown).toContain(text);
  const [contact] = jsonLines(run(["contacts", "--search", "ann", "--json"]).out);
  expect(contact).toMatchObject({ account: acme?.id });
  expect(run(["contacts", "show", String(contact?.id)]).out).toContain(
    `belongs to ${acme?.id}  Acme GmbH, whose main contact it is`,
  );
  expect(run(["accounts", "show", "acc_0000000000"])).toMatchObject({
    code: 2,
    err: expect.stringContaining("no account acc_0000000000"),
  });
  const [pair] = jsonLines(run(["accounts", "similar", "--json"]).out);
  expect(pair).toMatchObject({ why: ["same_domain", "same_name", "other_id"], accounts: [{ id: acme?.id }, {}] });
});

test("an export of accounts comes back unchanged, an edited one changes what was edited, and a template is taken (C-C1, C-C2)", () => {
  const { run, json, file } = customers();
  const exported = run(["export", "accounts"]).out;
  const again = ["import", file("again.csv", exported), "--object", "accounts", "--yes"];
  expect(json(again)).toMatchObject({ outcomes: { unchanged: 4 } });
  const edited = ["import", file("edited.csv", exported.replace("Beta", "Beta Ltd")), "--object", "accounts", "--yes"];
  expect(json(edited)).toMatchObject({ outcomes: { unchanged: 3, updated: 1 } });
  const template = run(["template", "accounts", "--preset", "receivables"]).out;
  expect(template).toContain("Client ID,Customer name,");
  const taken = ["import", file("template.csv", template), "--object", "accounts", "--yes"];
  expect(json(taken)).toMatchObject({ outcomes: { created: 1 }, warnings: {} });
});

test("undo says what becomes of accounts, and keeps those that contacts belong to (C-U2)", () => {
  const { run, imported } = customers();
  const preview = run(["undo", "latest", "--dry-run"]).out;
  expect(preview).toContain("1 account made by this import would be deleted: nobody else uses it");
  expect(preview).toContain("1 change of accounts would be taken back");
  const accounts = run(["undo", imported, "--yes"]).out;
  expect(accounts).toMatch(/undone: \d accounts? deleted/);
});

test("accounts have fields of the workspace's own (C-D5)", () => {
  const { run, json, file } = workbench();
  expect(
    run(["fields", "add", "tier", "--object", "accounts", "--type", "single_choice", "--option", "Gold"]).code,
  ).toBe(0);
  expect(run(["fields", "--own"]).out).toBe("");
  expect(run(["fields", "--own", "--object", "accounts"]).out).toContain("tier");
  const path = file("accounts.csv", "Name,Tier\nAcme,gold\nBeta,Silver\n");
  expect(json(["import", path, "--object", "accounts", "--yes"])).toMatchObject({ warnings: { option_unknown: 1 } });
  expect(jsonLines(run(["accounts", "--filter", "tier=Gold", "--json"]).out)).toMatchObject([
    { name: "Acme", tier: "Gold" },
  ]);
  expect(run(["fields", "remove", "tier", "--object", "accounts"])).toMatchObject({
    code: 2,
    err: expect.stringContaining("Accounts have values of tier"),
  });
  expect(run(["fields", "remove", "tier", "--object", "accounts", "--yes"]).out).toContain(
    "tier is removed. 1 value is kept as custom data, “Tier”.",
  );
});
