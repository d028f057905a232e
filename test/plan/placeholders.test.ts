/** C-E1 to C-E6: what people write where they have no value costs neither the row nor a wrong value. */
import { afterEach, expect, test } from "vitest";
import { type TestWorkspace, testWorkspace } from "../support/workspace.ts";

let workspace: TestWorkspace | null = null;
afterEach(async () => {
  await workspace?.close();
  workspace = null;
});

const FILE = `First name,Last name,Email,Phone,Birthday,Website
Ann,Lee,n/a,+1 415 555 0100,unknown,-
Bob,None,bob@example.com,(blank),--,keine
Cid,Null,-,N/A,.,null
`;

test("the row is written without the cell, a warning says so, and a name stays a name", async () => {
  workspace = await testWorkspace();
  const record = await workspace.import(FILE);
  const lines = await workspace.lines(record);
  expect(lines.map(({ outcome }) => outcome)).toEqual(["created", "created", "created"]);
  for (const line of lines)
    expect(line.problems.map(({ code, severity }) => [code, severity])).toEqual(
      line.problems.map(() => ["placeholder_ignored", "warning"]),
    );
  expect(lines.map(({ problems }) => problems.length)).toEqual([3, 3, 4]);
  const contacts = await workspace.contacts();
  expect(contacts.map(({ values }) => values.get("last_name"))).toEqual(["Lee", "None", "Null"]);
  expect(contacts.map(({ values }) => values.get("email") ?? "")).toEqual(["", "bob@example.com", ""]);
});

test("lines that share NULL for an id are not one contact", async () => {
  workspace = await testWorkspace();
  await workspace.import("external_id,Email\nNULL,ann@example.com\nNULL,bob@example.com\nn/a,cid@example.com\n");
  const contacts = await workspace.contacts();
  expect(contacts.map(({ values }) => [values.get("external_id") ?? "", values.get("email")])).toEqual([
    ["", "ann@example.com"],
    ["", "bob@example.com"],
    ["", "cid@example.com"],
  ]);
});

test("whoever is at n/a or NULL is at no account, and a dash is nobody's title (C-F1)", async () => {
  workspace = await testWorkspace();
  const file =
    "Name,Email,Company,Job title,City\nAnn Lee,ann@example.com,n/a,-,N/A\n-,bob@example.com,NULL,none,Leer\n" +
    "not available,cid@example.com,-,\\N,(unknown)\n";
  const record = await workspace.import(file);
  const lines = await workspace.lines(record);
  expect(lines.map(({ outcome, problems }) => [outcome, problems.map(({ column }) => column)])).toEqual([
    ["created", ["Company", "Job title", "City"]],
    ["created", ["Name", "Company", "Job title"]],
    ["created", ["Name", "Company", "Job title", "City"]],
  ]);
  const contacts = await workspace.contacts();
  const held = contacts.map(({ values }) =>
    ["full_name", "first_name", "last_name", "account_name", "job_title", "city"].map((key) => values.get(key) ?? ""),
  );
  expect(held).toEqual([
    ["Ann Lee", "Ann", "Lee", "", "", ""],
    ["", "", "", "", "", "Leer"],
    ["", "", "", "", "", ""],
  ]);
  expect((await workspace.lines(await workspace.import(file))).map(({ outcome }) => outcome)).toEqual([
    "unchanged",
    "unchanged",
    "unchanged",
  ]);
});

test("a row that says NULL twice comes from a database: all of them are empty cells, in custom data too", async () => {
  workspace = await testWorkspace();
  const file =
    "First name,Last name,Email,Street,Tags,Score\nUwe,NULL,uwe@example.com,Weg 3,vip,7\n" +
    "NULL,NULL,ann@example.com,NULL,NULL,\\N\nNULL,NULL,NULL,NULL,NULL,NULL\n";
  const record = await workspace.import(file);
  const lines = await workspace.lines(record);
  expect(lines.map(({ outcome, problems }) => [outcome, ...problems.map(({ code }) => code)])).toEqual([
    ["created"],
    ["created"],
    ["failed", "required_fields_missing"],
  ]);
  const [uwe, ann] = await workspace.contacts();
  expect([uwe?.values.get("last_name"), ann?.values.size]).toEqual(["NULL", 1]);
});

test("what somebody has said a word means goes before: a value map is asked first", async () => {
  workspace = await testWorkspace();
  const map = ["Company=account_name{n/a:Freelance}", "Town=city{unknown:Ulm}"];
  await workspace.import("Name,Email,Company,Town\nAnn Lee,ann@example.com,n/a,unknown\n", { map });
  const [ann] = await workspace.contacts();
  expect([ann?.values.get("account_name"), ann?.values.get("city")]).toEqual(["Freelance", "Ulm"]);
});

test("a place in a mail server's directory is no address, and costs the line nothing", async () => {
  workspace = await testWorkspace();
  const record = await workspace.import(
    "First Name,Last Name,E-mail Address,E-mail Type\n" +
      "Bob,Stone,/o=ExchangeLabs/ou=Exchange Administrative Group (FYDIBOHF23SPDLT)/cn=Recipients/cn=a1b2-bob,EX\n" +
      "Cid,Day,/cn=cid@,SMTP\n",
  );
  expect((await workspace.lines(record)).map(({ outcome }) => outcome)).toEqual(["created", "failed"]);
});
