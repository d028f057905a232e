/** What a server answers that is not what this command expects: harmless on a terminal, and said in plain words. */
import { expect, test } from "vitest";
import { NO_OUTCOMES } from "../../src/core/plan/outcome.ts";
import { answeringServer } from "../support/answering-server.ts";
import { remoteCli, runApart } from "../support/remote-cli.ts";

const env = { MUSTER_TOKEN: "mst_x" };
const EVIL = "\u001b[2J\u009b31m";

test.each(["running", "cancelled"])(
  "ids and states of a cancelled import that is %s reach no terminal alive",
  async (state) => {
    const answer = { import: `imp_1${EVIL}`, state: state === "running" ? state + EVIL : state, outcomes: NO_OUTCOMES };
    const server = await answeringServer(answer);
    const { code, out } = await runApart(["cancel", "latest", "--server", server], env);
    expect(code).toBe(0);
    expect(out).toContain("imp_1");
    expect(out).not.toMatch(/[\u001b\u009b]/);
  },
);

test.each(["constants", "continuedBy"])(
  "an import told without %s is that of another version, and is said to be",
  async (part) => {
    const { run, json, bench } = await remoteCli();
    await run(["import", bench.file("people.csv", "Email\nann@example.com\n"), "--yes"]);
    const { [part]: _, ...older } = await json(["show", "latest"]);
    const server = await answeringServer(older);
    const shown = await runApart(["show", "latest", "--server", server], env);
    expect(shown).toEqual({ code: 1, out: "", err: expect.stringContaining("Upgrade the older of the two.") });
    expect(shown.err).toContain(`The server says nothing of ${part}.`);
    const programs = await runApart(["show", "latest", "--json", "--server", server], env);
    expect([programs.code, JSON.parse(programs.out)]).toEqual([0, older]);
  },
);
