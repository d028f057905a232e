/** What is printed of one contact, account or opportunity: on a server the same as on its data folder. */
import { expect, test } from "vitest";
import { answeringServer } from "../support/answering-server.ts";
import { remoteCli, runApart } from "../support/remote-cli.ts";
import { muster } from "./run-muster.ts";

const PEOPLE =
  "Full name,Email,Phone,Account name,Account ID,Main contact,Level,Tags,Shoe size,Opportunity name,Value,Sorts\n" +
  "Ann Lee,ann@example.com,,Acme,C-1,1,Gold,vip;new,38,Roof,100,slate;tin\nBob Ray,bob@example.com,,Acme,C-1,,,,,,,\n" +
  "Anne Lee,anne@example.com,+14155550100,,,,Silver,old,,,,\n";

async function story() {
  const { run, bench, server, json } = await remoteCli();
  const here = (args: readonly string[]) => muster([...args, "--data", server.folder]);
  here(["fields", "add", "level", "--label", "Customer level"]);
  here(["fields", "add", "sorts", "--object", "opportunities", "--type", "text_list"]);
  const pipelines = bench.file("pipelines.csv", "Pipeline,Stage,Order,Won,Lost,Default\nSales,New,1,,,yes\n");
  await run(["import", pipelines, "--object", "pipelines", "--yes"]);
  const people = bench.file("people.csv", PEOPLE);
  await run(["import", people, "--object", "contacts,opportunities", "--yes"]);
  await run(["import", bench.file("more.csv", "Email,City,Shoe size\nANN@example.com,Paris,39\n"), "--yes"]);
  const idOf = async (search: string): Promise<string> => (await json(["contacts", "--search", search])).id;
  const [ann, anne] = [await idOf("ann@example.com"), await idOf("anne@example.com")];
  return { run, here, ann, anne, server };
}

test("one contact with where each value came from, its merges, account and opportunities (C-X6, C-Q3)", async () => {
  const { run, here, ann, anne, server } = await story();
  here(["merge", ann, anne, "--yes"]);
  const edited = await fetch(`${server.url}/contacts/${ann}`, {
    method: "PATCH",
    headers: { authorization: `Bearer ${server.key}`, "content-type": "application/json" },
    body: JSON.stringify({ values: { job_title: "Boss" } }),
  });
  expect(edited.status).toBe(200);
  const there = await run(["contacts", "show", ann]);
  for (const part of [
    `${ann}  Ann Lee`,
    /belongs to acc_\w+ {2}Acme, whose main contact it is/,
    /Customer level +Gold +imp_\w+ +2 +Level +Gold/,
    /Shoe size +39 +imp_\w+ +2 +Shoe size +39/,
    /Tags +vip, new, old/,
    /City +Paris +imp_\w+ +2 +City +Paris/,
    "city: (empty) → Paris",
    `took in ${anne}`,
    /Job title +Boss +blk_\w+ by /,
    /changed by hand in blk_/,
    /opp_\w+ +Roof +Ann Lee .* 100/,
  ])
    expect(there.out).toMatch(part);
  expect(there).toEqual(here(["contacts", "show", ann]));
  const json = here(["contacts", "show", ann, "--json"]);
  expect(await run(["contacts", "show", ann, "--json"])).toEqual(json);
  expect(JSON.parse(json.out).opportunities).toMatchObject([{ sorts: expect.any(Array) }]);
});

test("one account and one opportunity", async () => {
  const { run, here } = await story();
  for (const args of [
    ["accounts", "show", "C-1"],
    ["accounts", "show", "C-1", "--json"],
    ["opportunities", "show", "Roof"],
  ])
    expect([args, await run(args)]).toEqual([args, here(args)]);
  expect((await run(["accounts", "show", "C-1"])).out).toMatch(/main contact con_\w+ {2}Ann Lee {2}ann@example\.com/);
  expect((await run(["opportunities", "show", "Roof"])).out).toMatch(/Contact +Ann Lee \(con_/);
});

test("by an email address that no other has, or else refused in the same words", async () => {
  const { run, here, ann } = await story();
  expect((await run(["contacts", "show", "ANN@example.com"])).out).toMatch(`${ann}  Ann Lee`);
  for (const word of ["nobody@example.com", "con_0000000000", "Acme"]) {
    const args = ["contacts", "show", word, "--json"];
    expect([word, await run(args)]).toEqual([word, here(args)]);
  }
});

test("a server of another version, which does not say where values come from, is said to be that", async () => {
  const { run, ann, here } = await story();
  const { origins: _, belongsTo: _of, ...older } = JSON.parse((await run(["contacts", "show", ann, "--json"])).out);
  const server = await answeringServer(older);
  const shown = await runApart(["contacts", "show", ann, "--server", server], { MUSTER_TOKEN: "mst_x" });
  expect(shown).toEqual({
    code: 1,
    out: "",
    err: expect.stringContaining("The server says nothing of origins, belongsTo."),
  });
  expect(here(["contacts", "show", ann]).out).toContain("Written by");
});

test("an export of custom data whose name holds a comma", async () => {
  const { run, bench, server } = await remoteCli();
  const people = bench.file("people.csv", 'Email,"Size, shoes",Hat\nann@example.com,39,7\n');
  await run(["import", people, "--yes"]);
  for (const fields of [
    ["kept:Size, shoes"],
    ["kept:Size, shoes", "email"],
    ["email, kept:Hat"],
    ["kept:Hat", "email"],
  ]) {
    const args = ["export", "contacts", ...fields.flatMap((words) => ["--fields", words])];
    expect([args, await run(args)]).toEqual([args, muster([...args, "--data", server.folder])]);
  }
  expect((await run(["export", "contacts", "--fields", "kept:Size, shoes"])).out).toMatch(
    /,"Size, shoes"\r?\ncon_\w+,39/,
  );
  const asked = await fetch(`${server.url}/exports/contacts?fields=email,kept:Hat&field=kept:Size,%20shoes`, {
    headers: { authorization: `Bearer ${server.key}` },
  });
  expect((await asked.text()).split(/\r?\n/)[0]).toMatch(/,Email,Hat,"Size, shoes"$/);
});
