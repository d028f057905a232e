/** Two who ask for something at the same moment, of one process as of a server: no rule is broken between the look and the change. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { prepareImport } from "../../src/app/import/preparing/prepare-import.ts";
import { receiveFile } from "../../src/app/import/preparing/receive-file.ts";
import { runImport } from "../../src/app/import/run-import.ts";
import { addMember, changeMember, removeMember } from "../../src/app/workspace/change-members.ts";
import { changePolicy } from "../../src/app/workspace/change-policy.ts";
import { addCustomField, removeCustomField } from "../../src/app/workspace/custom-fields.ts";
import { addSource, changeSource } from "../../src/app/workspace/sources.ts";
import { csvLine } from "../../src/core/tabular/rows/csv-line.ts";
import { acting, addMembers } from "../support/members.ts";
import { UNSAID } from "../support/unsaid.ts";
import { accepted, type TestWorkspace, testWorkspace } from "../support/workspace.ts";

let mine: TestWorkspace | null = null;
afterEach(async () => {
  await mine?.close();
  mine = null;
});

async function opened(options: Parameters<typeof testWorkspace>[0] = {}): Promise<TestWorkspace> {
  mine = await testWorkspace(options);
  return mine;
}

const codes = (ends: readonly { readonly ok: boolean; readonly refusal?: { readonly code: string } }[]) =>
  ends.map(({ refusal }) => refusal?.code ?? "done").sort();

test("two admins who remove each other, or step down, at once: one of them stays (C-M1)", async () => {
  const { ports, workspace } = await opened();
  const [ann, bob] = await addMembers(mine!, "Ann <ann@x.test> admin", "Bob <bob@x.test> admin");
  const hand = (of: typeof ann) => ({ ports, workspace, ...acting(of!) });
  const removals = await Promise.all([
    removeMember(hand(ann), "bob@x.test", null),
    removeMember(hand(bob), "ann@x.test", null),
  ]);
  expect(codes(removals)).toEqual(["done", "member_last_admin"]);
  const operator = { ports, workspace, actor: { kind: "operator", name: "op" } as const };
  accepted(await addMember(operator, { email: "bob@x.test", role: "admin" }));
  const changes = await Promise.all([
    changeMember(hand(ann), "ann@x.test", { role: "viewer" }),
    changeMember(hand(bob), "bob@x.test", { role: "viewer" }),
  ]);
  expect(codes(changes)).toEqual(["done", "member_last_admin"]);
});

test("two policy keys, and two options of a source, that are set at once are both set", async () => {
  const { ports, workspace } = await opened();
  const hand = { ports, workspace, by: "ann" };
  await Promise.all([
    changePolicy(hand, { set: { inFile: "last" } }),
    changePolicy(hand, { set: { tags: "replace" } }),
  ]);
  const after = await ports.store.workspaces.byNumber(workspace.number);
  expect(after?.policy).toMatchObject({ inFile: "last", tags: "replace" });
  expect(await ports.store.workspaces.policyChanges(workspace.number)).toHaveLength(2);
  accepted(await addSource(ports, workspace, { name: "ERP", kind: "native_integration", options: [] }));
  const [on] = await Promise.all([
    changeSource(ports, workspace, "ERP", { isMain: true }),
    addSource(ports, workspace, { name: "erp", kind: "api", options: [] }),
  ]);
  expect(await ports.store.sources.list(workspace.number)).toEqual([accepted(on)]);
});

test("a field that is made twice at once is made once, and one that is given values meanwhile is not removed unasked (C-D5)", async () => {
  const { ports, workspace } = await opened();
  const request = {
    label: "Shoe size",
    key: "shoe_size",
    type: "number",
    options: [],
    holdsExternalId: false,
  } as const;
  const made = await Promise.all([
    addCustomField(ports, workspace, request),
    addCustomField(ports, workspace, { ...request, key: "shoes" }),
  ]);
  expect(made.filter(({ ok }) => ok)).toHaveLength(1);
  const [, removed] = await Promise.all([
    mine!.import("Email,Shoe size\nann@x.test,39\n"),
    mine!
      .import("Email,Shoe size\nbob@x.test,41\n")
      .then(() => removeCustomField(ports, workspace, "Shoe size", { confirmed: false })),
  ]);
  expect(codes([removed])).toEqual(["confirmation_required"]);
});

test("an import never stands without its file, whoever is refused with the same file at the same time (C-Q1)", async () => {
  const { ports, workspace, folder } = await opened();
  for (let round = 0; round < 12; round++) {
    const path = join(folder, "people.csv");
    writeFileSync(path, `Email\nann${round}@x.test\n`);
    const prepared = async (map: readonly string[]) => {
      const source = await receiveFile(ports, path, null);
      return source.ok ? prepareImport(ports, workspace, source.value, { request: { ...UNSAID, map } }) : source;
    };
    const ends = await Promise.all([prepared(["Nothing=email"]), prepared([]), prepared(["Email=nothing"])]);
    for (const end of ends) {
      if (end.ok) expect(await ports.files.has(end.value.settings.source.key)).toBe(true);
      else expect(end.refusal.code).toMatch(/^(mapping_|field_|column_|arguments_)/);
    }
  }
});

test("an undo takes nothing back that another import writes meanwhile (C-U1)", async () => {
  const { ports, prepare } = await opened({ batchRows: 20 });
  const people = Array.from({ length: 600 }, (_, at) => `ann${at}@x.test`);
  const file = (city: string, emails: readonly string[]): string =>
    `Email,City\n${emails.map((email) => `${csvLine([email, city])}\n`).join("")}`;
  const first = await mine!.import(file("Paris", people));
  // From the end, where the undo begins.
  const second = accepted(await prepare(file("Berlin", people.toReversed())));
  const [undone, done] = await Promise.all([mine!.undo(first), runImport(ports, second.ref)]);
  expect(undone.state).toBe("undone");
  expect(accepted(done).state).toBe("done");
  const lines = await mine!.lines(accepted(done));
  const written = lines.flatMap(({ outcome, contact }) =>
    outcome === "updated" || outcome === "created" ? (contact ?? []) : [],
  );
  const berlin = (await mine!.contacts()).filter(({ values }) => values.get("city") === "Berlin");
  expect(berlin.map(({ number }) => number).sort()).toEqual(written.sort());
  expect(berlin).toHaveLength(600);
});
