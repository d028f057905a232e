import { rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { prepareImport } from "../../src/app/import/preparing/prepare-import.ts";
import { receiveFile } from "../../src/app/import/preparing/receive-file.ts";
import { addWorkflow } from "../../src/app/workflow/workflows.ts";
import { NO_OUTCOMES } from "../../src/core/plan/outcome.ts";
import { remoteCli, runApart } from "../support/remote-cli.ts";
import { UNSAID } from "../support/unsaid.ts";
import { accepted } from "../support/workspace.ts";
import { jsonLines, muster, startMuster, workbench } from "./run-muster.ts";

const FILE = "Email;Name;City\nann@example.com;Ann;Berlin\nbob@;Bob;Paris\ncarla@example.com;Carla;Rome\n";

describe("with --server (C-A3)", () => {
  test("a file goes there, is imported, is looked at and taken back", async () => {
    const { run, json, bench } = await remoteCli();
    const path = bench.file("people.csv", FILE);

    const plan = await run(["plan", path]);
    expect(plan).toMatchObject({ code: 0, err: "" });
    expect(plan.out).toMatch(/City +city +Berlin/);
    expect(plan.out).toContain("1  Invalid email address (email_invalid)");
    expect((await run(["contacts", "--json"])).out).toBe("");

    const imported = await json(["import", path, "--yes", "--tag", "fair", "--tag", "spring", "--map", "City="]);
    expect(imported).toMatchObject({ state: "done", lines: 3, outcomes: { created: 2, failed: 1 } });
    const contacts = await run(["contacts", "--filter", "tag=fair", "--filter", "tag=spring", "--json"]);
    expect(jsonLines(contacts.out)).toMatchObject([{ email: "ann@example.com" }, { email: "carla@example.com" }]);
    expect(jsonLines(contacts.out)[0]).not.toHaveProperty("city");

    const errors = await run(["lines", "latest", "--format", "csv"]);
    expect(errors.out).toContain("bob@;Bob;Paris;3;");
    const undone = await json(["undo", "latest", "--yes"]);
    expect(undone).toMatchObject({ state: "undone", undo: { deleted: 2 }, keptLines: [], effects: { sent: 0 } });
    expect((await run(["contacts"])).err).toContain("There are no such contacts.");
  });

  test("an undo is told in the words of the data folder", async () => {
    const { run, bench } = await remoteCli();
    await run(["import", bench.file("people.csv", FILE), "--yes"]);
    expect((await run(["undo", "latest", "--yes"])).out).toContain(" is undone: 2 contacts deleted.");
  });

  test("JSON is what the same command prints on the data folder", async () => {
    const { run, bench, server } = await remoteCli();
    await run(["import", bench.file("people.csv", FILE), "--yes"]);
    await run(["tags", "add", "vip"]);
    await run(["members", "add", "ann@example.com", "--name", "Ann Smith"]);
    for (const args of [
      ["imports"],
      ["show", "latest"],
      ["lines", "latest"],
      ["lines", "latest", "--outcome", "failed"],
      ["contacts", "--limit", "1"],
      ["accounts"],
      ["opportunities"],
      ["fields"],
      ["tags"],
      ["members"],
      ["policy"],
      ["policy", "inFile"],
      ["workspaces"],
      ["undo", "latest", "--dry-run"],
    ]) {
      const [remote, local] = [await run([...args, "--json"]), muster([...args, "--json", "--data", server.folder])];
      expect([args, jsonLines(remote.out), remote.code]).toEqual([args, jsonLines(local.out), local.code]);
    }
  });

  test("the preview of an undo names the imports that what it made stays for, as on the data folder", async () => {
    const { run, json, bench, server } = await remoteCli();
    const { import: first } = await json([
      "import",
      bench.file("people.csv", "Email,City\nann@x.test,Rome\n"),
      "--yes",
    ]);
    const { import: later } = await json(["import", bench.file("later.csv", "Email,City\nann@x.test,Oslo\n"), "--yes"]);
    const args = ["undo", String(first), "--dry-run"];
    const [remote, local] = [await run([...args, "--json"]), muster([...args, "--json", "--data", server.folder])];
    expect(jsonLines(remote.out)).toEqual(jsonLines(local.out));
    expect(jsonLines(remote.out)).toMatchObject([{ keptLines: [{ line: 2, keptFor: [later] }] }]);
    expect((await run(args)).out).toContain(`line 2  stays: changed or used since by ${later}`);
  });

  test("lines are listed as they are on the data folder, with the names of those that are created", async () => {
    const { run, bench, server } = await remoteCli();
    const file =
      "Email;Name;City\nann@example.com;Ann;Rome\nann@example.com;Ann;\nbob@;Bob;Paris\nzoe@example.com;;Oslo\n";
    await run(["plan", bench.file("people.csv", file)]);
    expect((await run(["lines", "latest"])).out).toContain("Ann · ann@example.com");
    await run(["resume", "latest"]);
    const [remote, local] = [await run(["lines", "latest"]), muster(["lines", "latest", "--data", server.folder])];
    expect(remote.out).toBe(local.out);
    expect(remote.out).toContain("Ann · ann@example.com");
  });

  test("lines are listed although the file that they came from is gone, as they are on the data folder", async () => {
    const { run, bench, server } = await remoteCli();
    expect((await run(["import", bench.file("people.csv", FILE), "--yes"])).code).toBe(0);
    rmSync(join(server.folder, "files"), { recursive: true });
    const [remote, local] = [await run(["lines", "latest"]), muster(["lines", "latest", "--data", server.folder])];
    expect(remote.out).toMatch(/con_/);
    expect(remote.out).toBe(local.out);
  });

  test("a plan is kept, and started with resume; where nobody can be asked, nothing is written", async () => {
    const { run, json, bench } = await remoteCli();
    const asked = await run(["import", bench.file("people.csv", FILE)]);
    expect(asked.code).toBe(2);
    expect(asked.err).toMatch(/Import it with muster resume imp_\w+ --server http:\S+, or say yes beforehand/);
    expect(await json(["resume", "latest"])).toMatchObject({ state: "done", outcomes: { created: 2 } });
    expect((await run(["resume"])).code).toBe(2);
    await run(["plan", bench.file("others.csv", "Email\nzoe@x.test\n")]);
    expect(await json(["undo", "latest", "--yes"])).toMatchObject({ state: "undone", undo: { deleted: 2 } });
  });

  test("the latest is the one that wrote something, however many came after it; the refusal names it once it is undone", async () => {
    const { run, json, bench, server } = await remoteCli();
    const { import: id } = await json(["import", bench.file("people.csv", FILE), "--yes"]);
    const { ports, workspace } = server;
    const source = accepted(await receiveFile(ports, bench.path("people.csv"), workspace.policy.maxBytes));
    for (let made = 0; made < 101; made++) accepted(await prepareImport(ports, workspace, source, { request: UNSAID }));
    expect(await json(["undo", "latest", "--yes"])).toMatchObject({ import: id, undo: { deleted: 2 } });
    const again = await run(["undo", "latest", "--yes"]);
    expect(again).toMatchObject({ code: 2, err: expect.stringContaining(`${id} is undone already`) });
  });

  test("failed rows are an exit code with --strict, for the plan and the import alike", async () => {
    const { run, bench } = await remoteCli();
    const path = bench.file("people.csv", FILE);
    expect((await run(["plan", path, "--strict"])).code).toBe(3);
    expect((await run(["import", path, "--strict", "--yes"])).code).toBe(3);
  });

  test("cells of a plan are corrected there, and the new plan is shown", async () => {
    const { run, json, bench } = await remoteCli();
    await run(["plan", bench.file("people.csv", FILE)]);
    const fixed = await run(["fix", "latest", "--line", "3", "--column", "Email", "--value", "bob@example.com"]);
    expect(fixed).toMatchObject({
      code: 0,
      err: "",
      out: expect.stringMatching(/Nothing is written yet.*\n +created +3/),
    });
    expect(await json(["fix", "latest", "--column", "City", "--from", "Rome", "--to", "Oslo"])).toMatchObject({
      state: "planned",
      outcomes: { created: 3, failed: 0 },
    });
    expect((await json(["fix", "latest", "--line", "3"])).problem).toMatchObject({ code: "arguments_invalid" });
    expect((await json(["fix", "latest"])).problem).toMatchObject({ code: "not_from_far" });
    expect((await run(["resume", "latest"])).code).toBe(0);
    expect((await run(["contacts", "--filter", "city=Oslo", "--json"])).out).toContain("carla@example.com");
    const late = await run(["fix", "latest", "--line", "3", "--column", "Email", "--value", "x"]);
    expect([late.code, late.err]).toEqual([2, expect.stringContaining("is done: cells are corrected before.")]);
  });

  test("effects are listed there as they are on the data folder, tried again and cancelled", async () => {
    const { run, json, bench, server } = await remoteCli();
    expect((await run(["effects"])).err).toContain("Nothing was sent");
    const { ports, workspace } = server;
    const steps = [{ do: "call_webhook", url: "http://127.0.0.1:9/x" }];
    accepted(await addWorkflow(ports, workspace, JSON.stringify({ name: "Call", steps })));
    await run(["import", bench.file("people.csv", FILE), "--yes", "--workflow", "Call"]);
    muster(["worker", "--once", "--data", server.folder]);
    for (const args of [
      ["effects"],
      ["effects", "list", "--state", "queued"],
      ["effects", "list", "--import", "latest"],
    ])
      for (const more of [[], ["--json"]]) {
        const local = muster([...args, ...more, "--data", server.folder]);
        expect(local.out).toContain("eff_");
        expect(await run([...args, ...more])).toMatchObject({ code: 0, out: local.out });
      }
    expect((await run(["effects"])).out).toContain("Call, step 1");
    const [first] = jsonLines((await run(["effects", "--json"])).out);
    expect(await json(["effects", "cancel", String(first?.effect)])).toEqual({ cancelled: 1 });
    expect(await json(["effects", "retry", "--all"])).toEqual({ retried: 1 });
    expect((await json(["effects", "cancel", String(first?.effect)])).problem).toMatchObject({
      code: "effect_unknown",
    });
    expect((await json(["effects", "retry"])).problem).toMatchObject({ code: "arguments_invalid" });
  });

  test("settings are changed there", async () => {
    const { run, json } = await remoteCli();
    expect(await json(["fields", "add", "plan", "--type", "single_choice", "--option", "Gold"])).toMatchObject({
      key: "plan",
    });
    expect((await run(["fields", "change", "plan", "--add-option", "Silver"])).out).toContain("Gold, Silver");
    expect(await json(["fields", "remove", "plan"])).toEqual({ removed: "plan", contacts: 0, keptAs: null });
    expect((await run(["policy", "set", "inFile", "last"])).out).toBe("inFile is now last (was merge)\n");
    expect(await json(["policy", "inFile"])).toMatchObject({
      value: "last",
      preset: "merge",
      changed: { by: "key test 1" },
    });
    expect((await run(["policy", "reset"])).out).toBe("inFile is now merge (was last)\n");
    expect(await json(["tags", "add", "vip"])).toEqual({ added: "vip" });
    expect((await run(["presets"])).out).toContain("agency-crm");
  });

  test("files come from there", async () => {
    const { run, json, bench } = await remoteCli();
    await run(["import", bench.file("people.csv", FILE), "--yes"]);
    expect((await run(["export", "contacts", "--fields", "email,city"])).out).toMatch(/,ann@example.com,Berlin\r?\n/);
    expect((await run(["template", "contacts"])).out).toContain("Email");
    const out = bench.path("contacts.xlsx");
    expect(await json(["export", "contacts", "--out", out])).toEqual({ out, format: "xlsx" });
    expect(bench.read("contacts.xlsx").slice(0, 2)).toBe("PK");
  });
});

describe("with --server, it is refused", () => {
  test.each([[["keys", "list"]], [["worker"]], [["backup", "x.tar"]], [["merge", "list"]], [["restore", "x.zip"]]])(
    "%j, which needs the data folder",
    async (args) => {
      const ran = await runApart([...args, "--server", "http://127.0.0.1:9", "--json"], { MUSTER_TOKEN: "mst_x" });
      expect(ran.code).toBe(2);
      expect(JSON.parse(ran.out).problem.code).toBe("not_from_far");
    },
  );

  test.each([
    ["no key", ["--server", "http://localhost:9999"], {}, "MUSTER_TOKEN holds no key"],
    ["no address", ["--server", "localhost"], { MUSTER_TOKEN: "mst_x" }, "--server is no address"],
    [
      "a data folder too",
      ["--server", "http://localhost:9999", "--data", "d"],
      { MUSTER_TOKEN: "mst_x" },
      "--data was given with",
    ],
    [
      "a member too",
      ["--server", "http://localhost:9999", "--as", "a@b.co"],
      { MUSTER_TOKEN: "mst_x" },
      "--as was given with",
    ],
  ])("with %s", (_, args, env, says) => {
    const ran = muster(["imports", ...args], { env });
    expect(ran.code).toBe(2);
    expect(ran.err).toContain(says);
  });

  test("with a wrong key, whatever is asked, and what is said names what holds the key", async () => {
    const { run, bench } = await remoteCli();
    for (const args of [["contacts"], ["import", bench.file("people.csv", FILE), "--yes"]]) {
      const ran = await run(args, { MUSTER_TOKEN: "mst_wrong" });
      expect(ran).toMatchObject({
        code: 2,
        err: expect.stringMatching(/muster: The key .+\n {2}Set MUSTER_TOKEN to .+/),
      });
      expect(ran.err).not.toContain("Authorization");
    }
  });

  test("where nobody listens, or something else does", async () => {
    const other = createServer((_, response) => response.writeHead(404).end("<h1>hello</h1>"));
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const { port } = other.address() as AddressInfo;
    const env = { MUSTER_TOKEN: "mst_x" };
    const strange = await runApart(["imports", "--server", `http://127.0.0.1:${port}`], env);
    expect([strange.code, strange.err]).toEqual([
      2,
      expect.stringContaining("See whether the address is that of a Muster server."),
    ]);
    await new Promise((resolve) => other.close(resolve));
    const nobody = await runApart(["imports", "--server", `http://127.0.0.1:${port}`], env);
    expect([nobody.code, nobody.err]).toEqual([2, expect.stringContaining("does not answer")]);
  });

  test("what the key may not do, and what the file is not", async () => {
    const { run, bench } = await remoteCli();
    expect((await run(["workspaces", "create", "acme"])).err).toContain("No key may make workspaces");
    expect((await run(["import", bench.file("empty.csv", ""), "--yes"])).code).toBe(2);
    expect((await run(["show", "imp_0000000000"])).code).toBe(2);
  });
});

/** One that takes any file, is half way through it for ever, and can be asked how often it was asked how far it is. */
async function slowServer() {
  const asked = { events: 0 };
  const progress = {
    import: "imp_0123456789",
    state: "running",
    pass: "run",
    lines: 5,
    total: 10,
    outcomes: NO_OUTCOMES,
  };
  const server = createServer((request, response) => {
    request.resume().on("end", () => {
      if (request.method === "POST") response.writeHead(202).end(JSON.stringify({ import: "imp_0123456789" }));
      else {
        asked.events++;
        response.writeHead(200, { "content-type": "text/event-stream" });
        response.write(`event: progress\nid: 1\ndata: ${JSON.stringify(progress)}\n\n`);
        // The first connection breaks: whoever follows asks again.
        if (asked.events === 1) response.end();
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { asked, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

test("Ctrl-C leaves the import running there, and says so (130); a connection that breaks is made again", async () => {
  const { asked, address } = await slowServer();
  const path = workbench().file("people.csv", FILE);
  const args = ["import", path, "--yes", "--progress", "--server", address];
  const { child, ended, seen } = startMuster(args, { MUSTER_TOKEN: "mst_x" });
  await expect.poll(() => asked.events).toBe(2);
  child.kill("SIGINT");
  await seen("goes on at the server. See how far it is: muster show imp_0123456789 --server");
  expect((await ended).code).toBe(130);
});
