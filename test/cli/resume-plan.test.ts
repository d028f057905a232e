/** A plan that was kept: a person at a terminal sees it and is asked, as by `import`; everybody else has said so. */
import { describe, expect, test } from "vitest";
import { atTerminal } from "../support/at-terminal.ts";
import { remoteCli } from "../support/remote-cli.ts";
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
