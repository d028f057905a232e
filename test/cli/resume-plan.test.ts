/** A plan that was kept: a person at a terminal sees it and is asked, as by `import`; everybody else has said so. */
import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { prepareImport } from "../../src/app/import/preparing/prepare-import.ts";
import { receiveFile } from "../../src/app/import/preparing/receive-file.ts";
import { atTerminal } from "../support/at-terminal.ts";
import { remoteCli } from "../support/remote-cli.ts";
import { UNSAID } from "../support/unsaid.ts";
import { accepted } from "../support/workspace.ts";
import { workbench } from "./run-muster.ts";

const FILE = "Email,Name\nann@example.com,Ann\nbob@,Bob\n";
const PLAN = /Nothing is written yet.*\n +created +1\n/;

describe("muster resume of a plan", () => {
  test("shows it at a terminal and asks; a no leaves it as it is", async () => {
    const bench = workbench();
    bench.run(["plan", bench.file("people.csv", FILE)]);
    const args = ["resume", "latest", "--data", bench.data];
    const no = await atTerminal(args, ["n"]);
    expect(no).toMatchObject({ code: 0, out: expect.stringMatching(PLAN) });
    expect(no.err).toContain("Import 1 contact?");
    expect(no.err).toMatch(/Nothing was written\. The plan is kept: muster resume imp_\w+ --data/);
    expect(bench.json(["show", "latest"])).toMatchObject({ state: "planned" });
    const yes = await atTerminal(args, ["y"]);
    expect(yes).toMatchObject({ code: 0, out: expect.stringMatching(/imp_\w+ is done: 2 lines/) });
    expect(bench.run(["contacts"]).out).toContain("ann@example.com");
  });

  test("counts the contacts that are gone since it was made: a new one is shown, and it is what the run does (C-P2, C-H5)", async () => {
    const { run, json, bench, address, server } = await remoteCli();
    const data = ["--data", server.folder];
    const changed = bench.file("changed.csv", FILE.replace("Ann", "Anna"));
    const places: [string[], Record<string, string>][] = [
      [data, {}],
      [["--server", address], { MUSTER_TOKEN: server.key }],
    ];
    for (const [place, env] of places) {
      await run(["import", bench.file("people.csv", FILE), "--yes"]);
      expect(await json(["plan", changed])).toMatchObject({ outcomes: { updated: 1, created: 0 } });
      const { import: id } = await json(["show", "latest"]);
      const kept = await atTerminal(["resume", id, ...place], ["n"], env);
      expect(kept).toMatchObject({
        out: expect.stringMatching(/\n +updated +1\n/),
        err: expect.not.stringContaining("anew"),
      });
      await run(["undo", "latest", "--yes"]);
      expect(await json(["show", id])).toMatchObject({ state: "planned", outdated: true });
      const shown = await atTerminal(["resume", id, ...place], ["y"], env);
      expect(shown.err).toContain("The workspace has changed since it was planned: it is planned anew.");
      expect(shown.out).toMatch(PLAN);
      expect(await json(["show", id])).toMatchObject({
        state: "done",
        outcomes: { created: 1, failed: 1 },
        warnings: {},
      });
      await run(["undo", id, "--yes"]);
    }
  });

  test("one that was cut off before it had a plan gets it first, here and on a server (C-X2)", async () => {
    const { json, bench, address, server } = await remoteCli();
    const { ports, workspace, folder } = server;
    const places: [string[], Record<string, string>][] = [
      [["--data", folder], {}],
      [["--server", address], { MUSTER_TOKEN: server.key }],
    ];
    for (const [place, env] of places)
      for (const keys of [["y"], []]) {
        const text = `Email,Name\n${randomUUID()}@example.com,Ann\nbob@,Bob\n`;
        const source = accepted(await receiveFile(ports, bench.file("people.csv", text), null));
        const { id } = accepted(await prepareImport(ports, workspace, source, { request: UNSAID }));
        expect(await json(["show", id])).toMatchObject({ state: "received" });
        const asked = keys.length > 0;
        const no = asked ? await atTerminal(["resume", id, ...place], ["n"], env) : null;
        if (no) expect(no.out).toMatch(PLAN);
        expect(await json(["show", id])).toMatchObject({ state: asked ? "planned" : "received" });
        const done = await atTerminal(["resume", id, ...(asked ? [] : ["--yes"]), ...place], keys, env);
        expect(done).toMatchObject({ code: 0, out: expect.stringMatching(/imp_\w+ is done: 2 lines/) });
        expect(await json(["show", id])).toMatchObject({ state: "done", outcomes: { created: 1, failed: 1 } });
      }
  });

  test("asks nobody with --yes, nor where there is no terminal", async () => {
    const bench = workbench();
    const file = bench.file("people.csv", FILE);
    bench.run(["plan", file]);
    const said = await atTerminal(["resume", "latest", "--yes", "--strict", "--data", bench.data], []);
    expect(said).toMatchObject({ code: 3, out: expect.not.stringMatching(PLAN) });
    bench.run(["plan", file]);
    expect(bench.json(["resume", "latest"])).toMatchObject({ code: 0, state: "done", outcomes: { unchanged: 1 } });
  });

  test("asks for the disclaimer that nobody has accepted", async () => {
    const bench = workbench();
    bench.run(["policy", "set", "disclaimer", "yes"]);
    bench.run(["plan", bench.file("people.csv", FILE)]);
    const args = ["resume", "latest", "--data", bench.data];
    expect((await atTerminal(args, ["y", "n"])).err).toMatch(
      /Do you accept this disclaimer\?(.|\n)*Nothing was written/,
    );
    expect((await atTerminal(args, ["y", "y"])).out).toContain("is done");
    expect(bench.json(["show", "latest"]).disclaimer).toMatchObject({ by: "ann" });
  });

  test("does not ask for a disclaimer that is accepted with the command, and keeps no acceptance after a no", async () => {
    const bench = workbench();
    bench.run(["policy", "set", "disclaimer", "yes"]);
    bench.run(["plan", bench.file("people.csv", FILE)]);
    const args = ["resume", "latest", "--accept-disclaimer", "--data", bench.data];
    const no = await atTerminal(args, ["n"]);
    expect(no.err).toMatch(/The plan is kept: muster resume imp_\w+ --accept-disclaimer/);
    expect(bench.json(["show", "latest"]).disclaimer).toBeNull();
    const yes = await atTerminal(args, ["y"]);
    expect(yes).toMatchObject({
      code: 0,
      out: expect.stringContaining("is done"),
      err: expect.not.stringContaining("Do you accept"),
    });
    expect(bench.json(["show", "latest"]).disclaimer).toMatchObject({ by: "ann" });
  });

  test("does the same on a server", async () => {
    const { run, bench, address, server } = await remoteCli({ policy: { disclaimer: true } });
    await run(["plan", bench.file("people.csv", FILE)]);
    const args = ["resume", "latest", "--server", address];
    const env = { MUSTER_TOKEN: server.key };
    const no = await atTerminal(args, ["n"], env);
    expect(no).toMatchObject({ code: 0, out: expect.stringMatching(PLAN) });
    expect(no.err).toMatch(/The plan is kept: muster resume imp_\w+ --accept-disclaimer --server/);
    const yes = await atTerminal([...args, "--accept-disclaimer"], ["y"], env);
    expect(yes).toMatchObject({ out: expect.stringMatching(/imp_\w+ is done: 2 lines/) });
    expect(yes.err).not.toContain("Do you accept");
    await run(["plan", bench.file("people.csv", FILE)]);
    expect((await atTerminal(args, ["y", "y"], env)).out).toMatch(/imp_\w+ is done: 2 lines/);
  });
});
