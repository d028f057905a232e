/** Workflows of imports: who is queued, what happens when, and what an undo takes back. */
import { describe, expect, test, vi } from "vitest";
import { cancelImport } from "../../src/app/import/run-import.ts";
import { undoImport } from "../../src/app/import/undoing/undo-import.ts";
import { contactCard } from "../../src/app/view/contact-card.ts";
import { changeWorkflow, removeWorkflow } from "../../src/app/workflow/workflows.ts";
import { counts, people, set, workspaces } from "../scenario/story.ts";
import { add, queueOf, recordingSenders, work } from "../support/workflow-story.ts";
import { accepted } from "../support/workspace.ts";

const open = workspaces({ policy: { effectHold: 0 } });
const DAY = 86_400_000;
const NOW = 2_000_000_000_000;
const FILE = "Name,Email,DNT\nAnn Lee,ann@example.com,\nBob Ray,bob@example.com,yes\nCy Dunn,cy@example.com,no\n";

const WELCOME = [
  { do: "add_tag", tag: "new" },
  { do: "send_email", subject: "Hello {{first_name}}", text: "Hi" },
  { do: "wait", for: "2 days" },
  { do: "remove_tag", tag: "new" },
  { do: "post_to_slack", text: "{{full_name}}" },
];

test("new contacts are queued, those marked Do Not Touch never; steps wait for their time (C-O1, C-I6)", async () => {
  const workspace = await open();
  await add(workspace, "Welcome", ...WELCOME);
  const record = await workspace.import(FILE, { workflow: "welcome" });
  expect(await queueOf(workspace, record)).toBe("open: ");
  const { senders, sent } = recordingSenders();
  await work(workspace, NOW, senders);
  expect(await queueOf(workspace, record)).toBe("queued: 2 waiting, 1 left out");
  expect(sent.map(({ to }) => to)).toEqual(["ann@example.com", "cy@example.com"]);
  expect(await people(workspace, "full_name", "tags")).toEqual(["Ann Lee | new", "Bob Ray | -", "Cy Dunn | new"]);
  const tags = await workspace.ports.store.tags.list(workspace.workspace.number);
  expect(tags).toEqual([{ name: "new", contacts: 2 }]);
  await work(workspace, NOW + 2 * DAY - 1, senders);
  expect(sent).toHaveLength(2);
  await work(workspace, NOW + 2 * DAY, senders);
  expect(sent.slice(2).map(({ to }) => to)).toEqual(["Ann Lee", "Cy Dunn"]);
  expect(await people(workspace, "tags")).toEqual(["-", "-", "-"]);
  expect(await queueOf(workspace, record)).toBe("queued: 2 done, 1 left out");
});

test("contacts that an import finds are not queued, whatever it changes of them (C-O1)", async () => {
  const workspace = await open();
  await workspace.import("Name,Email\nAnn Lee,ann@example.com\n");
  await add(workspace, "Tag", { do: "add_tag", tag: "new" });
  const record = await workspace.import("Name,Email\nAnn May,ann@example.com\nDee Fox,dee@example.com\n", {
    workflow: "Tag",
  });
  expect(counts(record)).toBe("1 created, 1 updated");
  await work(workspace, NOW);
  expect(await people(workspace, "full_name", "tags")).toEqual(["Ann May | -", "Dee Fox | new"]);
});

test("a file of which all contacts are marked queues none, and marks those that say otherwise too (C-I6)", async () => {
  const workspace = await open();
  await add(workspace, "Welcome", ...WELCOME);
  const record = await workspace.import(FILE, { workflow: "Welcome", doNotTouch: true });
  expect(await people(workspace, "do_not_touch")).toEqual(["yes", "yes", "yes"]);
  const { senders, sent } = recordingSenders();
  await work(workspace, NOW, senders);
  expect(sent).toEqual([]);
  expect(await queueOf(workspace, record)).toBe("queued: 3 left out");
});

test("who is marked on another line, in words that cannot be read, or as the one they are a copy of, is sent nothing (C-I6)", async () => {
  const workspace = await open();
  await add(workspace, "Welcome", ...WELCOME);
  const { senders, sent } = recordingSenders();
  const file =
    "Name,Email,DNT\nBob,bob@example.com,no\nBob,bob@example.com,yes\nAnn,ann@example.com,on request\nDee,dee@example.com,yes\nDee,dee@example.com,no\nEva,eva@example.com,\nEva,eva@example.com,maybe\n";
  const record = await workspace.import(file, { workflow: "Welcome" });
  expect(counts(record)).toBe("4 created, 1 updated, 2 unchanged");
  expect(await people(workspace, "full_name", "do_not_touch")).toEqual([
    "Bob | yes",
    "Ann | -",
    "Dee | yes",
    "Eva | -",
  ]);
  await work(workspace, NOW, senders);
  expect(await queueOf(workspace, record)).toBe("queued: 4 left out");
  expect(counts(await workspace.import(file))).toBe("7 unchanged");
  const copies = { ...set("onMatch=duplicate"), workflow: "Welcome" };
  const again = await workspace.import("Name,Email\nBob,bob@example.com\n", copies);
  expect(counts(again)).toBe("1 created");
  expect((await people(workspace, "full_name", "do_not_touch")).at(-1)).toBe("Bob | yes");
  await work(workspace, NOW, senders);
  expect(await queueOf(workspace, again)).toBe("queued: 1 left out");
  expect(sent).toEqual([]);
});

test("who is marked while a workflow waits is left alone from then on (C-I6)", async () => {
  const workspace = await open();
  await add(workspace, "Welcome", ...WELCOME);
  const record = await workspace.import(FILE, { workflow: "Welcome" });
  await work(workspace, NOW);
  await workspace.import("Email,DNT\nann@example.com,yes\n");
  const { senders, sent } = recordingSenders();
  await work(workspace, NOW + 2 * DAY, senders);
  expect(sent.map(({ to }) => to).filter((to) => to === "Ann Lee")).toEqual([]);
  expect(await queueOf(workspace, record)).toBe("queued: 1 done, 1 stopped, 1 left out");
});

describe("which workflow", () => {
  test("is the workspace's default where the import names none, and none where it says so (C-O1)", async () => {
    const workspace = await open({ policy: { effectHold: 0, defaultWorkflow: "tag" } });
    await add(workspace, "Tag", { do: "add_tag", tag: "new" });
    await workspace.import("Email\nann@example.com\n");
    await workspace.import("Email\nbob@example.com\n", { workflow: "none" });
    await work(workspace, NOW);
    expect(await people(workspace, "email", "tags")).toEqual(["ann@example.com | new", "bob@example.com | -"]);
  });

  test("must be there, and the policy must allow it", async () => {
    const workspace = await open();
    const unknown = await workspace.refusal(FILE, { workflow: "Wellcome" });
    expect(unknown.code).toBe("workflow_unknown");
    await add(workspace, "Tag", { do: "add_tag", tag: "new" });
    const off = await workspace.refusal(FILE, { workflow: "Tag", ...set("workflow=no") });
    expect(off.code).toBe("workflow_not_allowed");
    const accounts = await workspace.refusal("Name\nAcme\n", { workflow: "Tag", object: "account" });
    expect(accounts.message).toContain("the file is of accounts");
  });

  test("stays as it was when the import began, though it is changed or removed meanwhile", async () => {
    const workspace = await open();
    await add(workspace, "Tag", { do: "add_tag", tag: "first" });
    await workspace.import("Email\nann@example.com\n", { workflow: "Tag" });
    const other = JSON.stringify({ name: "Tag", steps: [{ do: "add_tag", tag: "second" }] });
    accepted(await changeWorkflow(workspace.ports, workspace.workspace, "tag", other));
    await workspace.import("Email\nbob@example.com\n", { workflow: "Tag" });
    accepted(await removeWorkflow(workspace.ports, workspace.workspace, "tag"));
    await work(workspace, NOW);
    expect(await people(workspace, "tags")).toEqual(["first", "second"]);
  });
});

test("an import that was cancelled queues nobody (C-O1)", async () => {
  const workspace = await open({ batchRows: 1 });
  await add(workspace, "Tag", { do: "add_tag", tag: "new" });
  const { ports } = workspace;
  const prepared = accepted(await workspace.prepare(FILE, { workflow: "Tag" }));
  accepted(await cancelImport(ports, prepared.ref));
  await work(workspace, NOW);
  expect(await queueOf(workspace, prepared)).toBe("cancelled: ");
});

test("a contact's past shows what the workflow changed, and that the workflow wrote the value (C-Q3, C-X6)", async () => {
  const workspace = await open();
  await add(workspace, "Rate", { do: "set_field", field: "job_title", value: "Lead" }, { do: "add_tag", tag: "new" });
  const record = await workspace.import("Name,Email\nAnn Lee,ann@example.com\n", { workflow: "Rate" });
  await work(workspace, NOW);
  const [ann] = await workspace.contacts();
  const card = await contactCard(workspace.ports, workspace.workspace, ann!);
  expect(card.history.map(({ kind, workflow, changes }) => ({ kind, workflow, changes }))).toEqual([
    { kind: "workflow", workflow: "Rate", changes: { tags: [null, '["new"]'] } },
    { kind: "workflow", workflow: "Rate", changes: { job_title: [null, "Lead"] } },
    { kind: "created", workflow: null, changes: null },
  ]);
  const origins = new Map(card.values.map(({ key, origin }) => [key, origin]));
  expect(origins.get("job_title")).toEqual({
    ...{ import: record.id, workflow: "Rate", line: null, column: null, raw: null },
  });
  expect(origins.get("email")).toMatchObject({ line: 2, column: "Email" });
});

describe("undo (C-U2)", () => {
  test("cancels what has not happened, lists what is out, and takes the contacts away with what the workflow did", async () => {
    const workspace = await open();
    await add(workspace, "Welcome", ...WELCOME);
    const record = await workspace.import(FILE, { workflow: "Welcome" });
    const { senders, sent } = recordingSenders();
    await work(workspace, NOW, senders);
    const { workflows, outbox } = workspace.ports.store;
    expect(await workflows.tally(record.ref, null)).toEqual({ runs: 2, waiting: 0, sent: 2 });
    await workspace.undo(record);
    expect(await workspace.contacts()).toEqual([]);
    await work(workspace, NOW + 3 * DAY, senders);
    expect(sent).toHaveLength(2);
    expect(await queueOf(workspace, record)).toBe("cancelled: 2 cancelled, 1 left out");
    const listed = await outbox.list(record.ref.workspace, { import: 1, states: ["sent"], after: 0, limit: 10 });
    expect(listed.map(({ target }) => target)).toEqual(["ann@example.com", "cy@example.com"]);
  });

  test("comes before what is held (C-O3)", async () => {
    const workspace = await open({ policy: { effectHold: 600_000 } });
    await add(workspace, "Post", { do: "post_to_slack", text: "{{email}}" });
    const undone = await workspace.import("Email\nann@example.com\n", { workflow: "Post" });
    await workspace.import("Email\nbob@example.com\n", { workflow: "Post" });
    const { senders, sent } = recordingSenders();
    await work(workspace, NOW, senders);
    await work(workspace, NOW + 599_999, senders);
    expect(sent).toEqual([]);
    await workspace.undo(undone);
    await work(workspace, NOW + 600_000, senders);
    expect(sent.map(({ to }) => to)).toEqual(["bob@example.com"]);
  });

  test("lets nothing out any more while it takes back what lines did besides, nor after it was interrupted there", async () => {
    for (const only of [null, 2]) {
      const workspace = await open({ policy: { effectHold: 600_000 } });
      await add(workspace, "Post", { do: "post_to_slack", text: "{{email}}" });
      const record = await workspace.import("Email,Company\nann@example.com,Harbor\n", { workflow: "Post" });
      const { senders, sent } = recordingSenders();
      await work(workspace, NOW, senders);
      const { undos } = workspace.ports.store;
      const sides = vi.spyOn(undos, "sideChanges").mockImplementation(async (_, { limit }) => {
        if (limit === 1) return [];
        throw new Error("stopped");
      });
      await expect(undoImport(workspace.ports, record.ref, { only, includeEdited: false })).rejects.toThrow("stopped");
      await work(workspace, NOW + 600_000, senders);
      sides.mockRestore();
      accepted(await undoImport(workspace.ports, record.ref, { only, includeEdited: false }));
      await work(workspace, NOW + 600_000, senders);
      expect(sent).toEqual([]);
    }
  });

  test("of one line cancels for its contact alone", async () => {
    const workspace = await open({ policy: { effectHold: 600_000 } });
    await add(workspace, "Post", { do: "post_to_slack", text: "{{email}}" }, { do: "wait", for: "1d" }, WELCOME[4]);
    const record = await workspace.import("Name,Email\nAnn,ann@example.com\nBob,bob@example.com\n", {
      workflow: "Post",
    });
    const { senders, sent } = recordingSenders();
    await work(workspace, NOW, senders);
    await workspace.undo(record, { only: 2 });
    await work(workspace, NOW + 2 * DAY, senders);
    await work(workspace, NOW + 3 * DAY, senders);
    expect(sent.map(({ to }) => to)).toEqual(["bob@example.com", "Bob"]);
    expect(await queueOf(workspace, record)).toBe("queued: 1 done, 1 cancelled");
  });

  test("before a worker has looked queues nobody", async () => {
    const workspace = await open();
    await add(workspace, "Welcome", ...WELCOME);
    const record = await workspace.import(FILE, { workflow: "Welcome" });
    await workspace.undo(record);
    await work(workspace, NOW);
    expect(await queueOf(workspace, record)).toBe("cancelled: ");
  });
});
