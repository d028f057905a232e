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

const ITEM = { line: 2, outcome: "created", match: null, changes: {}, problems: [] };
const ANSWERED = {
  ...{ import: "imp_1", state: "done", object: "contacts", undo: null, mapping: [] },
  ...{ preview: null, besides: null, effects: {}, items: [ITEM], next: null },
};
const { mapping: _, ...withoutMapping } = ANSWERED;
const { preview: _preview, effects: _effects, ...withoutPreview } = ANSWERED;
const { object: _object, ...withoutObject } = ANSWERED;
const { problems: _problems, ...itemWithout } = ITEM;

test.each([
  [["undo", "latest", "--yes"], withoutPreview, "preview, effects"],
  [["undo", "latest", "--dry-run"], withoutPreview, "preview, effects"],
  [["undo", "latest", "--yes"], withoutObject, "object"],
  [["undo", "latest", "--yes", "--json"], { ...ANSWERED, import: undefined }, "import"],
  [["lines", "latest"], withoutMapping, "mapping"],
  [["lines", "latest"], { ...ANSWERED, items: [itemWithout] }, "problems"],
  [["lines", "latest"], { ...ANSWERED, items: undefined }, "items"],
])("%j of a server of another version is refused, and says what is missing: %#", async (args, answer, missing) => {
  const server = await answeringServer(answer);
  const { code, out, err } = await runApart([...args, "--server", server], env);
  expect([code, out + err]).toEqual([1, expect.stringContaining(`The server says nothing of ${missing}.`)]);
});

test("for programs, lines of a server of another version are what it says", async () => {
  const server = await answeringServer({ ...ANSWERED, mapping: undefined, items: [itemWithout] });
  const { code, out } = await runApart(["lines", "latest", "--format", "json", "--server", server], env);
  expect([code, JSON.parse(out)]).toEqual([0, itemWithout]);
});
