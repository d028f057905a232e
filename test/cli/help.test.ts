/** Help, and what is not understood. */
import { existsSync } from "node:fs";
import { PassThrough } from "node:stream";
import type { Command } from "commander";
import { describe, expect, test } from "vitest";
import { allCommands, helpOf, nameOf } from "../../docs/generate/cli-page.ts";
import { NO_EDGES } from "../../docs/generate/no-edges.ts";
import { StoreFault } from "../../src/app/store-fault.ts";
import { Cli } from "../../src/cli/cli.ts";
import { COMMANDS } from "../../src/cli/commands.ts";
import { buildProgram, runProgram } from "../../src/cli/program.ts";
import { muster, workbench } from "./run-muster.ts";

describe("every command", async () => {
  const commands = (await allCommands()).map((command) => ({ command, name: nameOf(command) }));
  test.each(commands)("$name says how it is used, with an example", ({ command, name }) => {
    const help = helpOf(command);
    expect(help).toMatch(new RegExp(`^Usage: ${name}\\b`, "m"));
    expect(help).toMatch(/Examples?:\n {2}(\S.* )?muster /);
  });

  test.each(commands)("$name lists --server only where a server can do it", async ({ name, command }) => {
    const remote = await askedWithServer(name, command);
    expect(helpOf(command).includes("--server")).toBe(remote);
  });

  test("stands in the help of all, on stdout", () => {
    const { code, out, err } = muster(["--help"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    for (const name of Object.keys(COMMANDS)) expect(out).toMatch(new RegExp(`^ {2}${name}\\b`, "m"));
  });

  test.each(["import", "restore"])("%s shows its help on stdout, as it stands in the documents", (name) => {
    const { code, out, err } = muster([name, "--help"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const { command } = commands.find((each) => each.name === `muster ${name}`)!;
    const words = (help: string) =>
      help
        .split(/\s+/)
        .filter((word) => word !== "")
        .join(" ");
    expect(words(out)).toBe(words(helpOf(command)));
  });

  test.each(Object.keys(COMMANDS))("%s is found without the others", async (name) => {
    const program = await buildProgram(new Cli(NO_EDGES), [name]);
    expect(program.commands.map((command) => command.name())).toEqual([name]);
  });
});

/** Whether the command, with an argument for each that it must have, has something to ask a server. */
async function askedWithServer(name: string, { registeredArguments, options }: Command): Promise<boolean> {
  let remote = false;
  const cli = new (class extends Cli {
    override async onServer(_: unknown, work: unknown): Promise<void> {
      remote = work !== undefined;
    }
  })(NO_EDGES);
  const given = registeredArguments.filter(({ required }) => required).map(({ argChoices = ["1"] }) => argChoices[0]!);
  const needed = options.filter(({ mandatory }) => mandatory).flatMap(({ long }) => [long!, "1"]);
  if (!options.some(({ long }) => long === "--server")) return false;
  const args = [...name.split(" ").slice(1), ...given, ...needed, "--server", "http://localhost:9"];
  await (await buildProgram(cli)).parseAsync(args, { from: "user" });
  return remote;
}

const LOOKS: readonly (readonly string[])[] = [
  ...["imports", "contacts", "accounts", "opportunities", "pipelines", "duplicates", "fields", "tags", "sources"],
  ...["mappings", "members", "policy", "workflows", "effects", "webhooks", "notifications", "tasks", "workspaces"],
  ...["imports file latest", "show latest", "lines latest", "contacts show con_0123456789", "accounts similar"],
  ...[
    "export contacts",
    "template contacts",
    "receipt latest",
    "verify x.json",
    "keys list",
    "members list",
    "tags list",
  ],
  ...["merge list", "pipelines show x", "policy show", "policy history", "policy inFile", "sources matrix"],
  ...["policy diff simple-crm examples/contacts.csv"],
  ...["undo latest", "resume", "resume latest --yes", "fix latest"],
  ...["workflows runs", "workflows show x", "effects list", "imports --workspace nowhere"],
].map((words) => words.split(" "));

describe("a command that only looks makes no data folder", () => {
  test.for(LOOKS)("%j", async (args) => {
    const folder = workbench().path("none");
    const opened: (boolean | undefined)[] = [];
    const cli = new Cli({
      ...NO_EDGES,
      streams: { ...NO_EDGES.streams, stdout: new PassThrough() as unknown as typeof process.stdout },
      openPorts: (_, looks) => {
        opened.push(looks);
        return Promise.reject(new StoreFault("store_busy", "nothing is opened here"));
      },
    });
    await runProgram(cli, [...args, "--data", folder, "--json"]);
    expect(opened).toEqual([true]);
  });

  test("and answers as an empty one would, also where it refuses", () => {
    const bench = workbench();
    expect(bench.run(["imports"]).out).toContain("Nothing was imported yet.");
    expect(bench.json(["policy", "show"])).toMatchObject({ code: 2, problem: { code: "policy_key_unknown" } });
    expect(bench.json(["show", "latest"])).toMatchObject({ code: 2, problem: { code: "import_unknown" } });
    expect(bench.json(["imports", "--workspace", "nowhere"])).toMatchObject({ code: 2 });
    for (const args of [["fix", "latest"], ["cancel", "latest"], ["undo", "latest"], ["resume", "latest"], ["resume"]])
      expect(bench.run(args).code).toBe(2);
    expect(existsSync(bench.data)).toBe(process.env.MUSTER_TEST_STORE === "postgres");
  });
});

// Where the data is in PostgreSQL there is no folder that could be missing.
test.skipIf(process.env.MUSTER_TEST_STORE === "postgres")(
  "workspaces says where there is no data yet, and lists none",
  () => {
    const bench = workbench();
    expect(bench.run(["workspaces"])).toMatchObject({
      code: 0,
      out: "",
      err: expect.stringContaining("There is no data yet."),
    });
    expect(bench.run(["workspaces", "--json"])).toEqual({ code: 0, out: "", err: "" });
    bench.run(["tags", "add", "vip"]);
    expect(bench.run(["workspaces"]).out).toContain("default");
  },
);

test("to list goes without saying, and what is made with create can be added", () => {
  const bench = workbench();
  expect(bench.run(["workspaces", "add", "acme"])).toMatchObject({ code: 0 });
  for (const [group, ...rest] of [["contacts", "--json"], ["workspaces"], ["accounts", "--search", "x"]] as const)
    expect(bench.run([group, "list", ...rest])).toEqual(bench.run([group, ...rest]));
});

describe("what is not understood ends with 2 and a suggestion on stderr", () => {
  const cases: readonly (readonly [args: readonly string[], says: RegExp])[] = [
    [["improt"], /unknown command 'improt'\n\(Did you mean import\?\)/],
    [["members", "lits"], /unknown command 'members lits'\. There are: list, add, .*\n\s+See muster members --help/],
    [["contacts", "help"], /unknown command 'contacts help'\. There are: show, erase\./],
    [["import", "x.csv", "--dryrun"], /unknown option '--dryrun'\n\(Did you mean --dry-run\?\)/],
    [["import"], /missing required argument 'file'\n\s+See muster import --help/],
    [["import", "x.csv", "--mode", "replace"], /Allowed choices are create, update, both/],
    [["import", "x.csv", "--date-order", "YDM"], /Allowed choices are MDY, DMY, YMD/],
    [["lines", "latest", "--limit", "0"], /Give a whole number from 1 on/],
    [["field", "emails_"], /There is no type emails_\. Did you mean/],
    [[], /Usage: muster/],
  ];
  test.each(cases)("%j", (args, says) => {
    const { code, out, err } = muster(args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(says);
  });
});

describe("the environment", () => {
  test("names the data folder by MUSTER_DATA, and help makes none", () => {
    const bench = workbench();
    muster(["import", "--help"], { env: { MUSTER_DATA: bench.data } });
    expect(existsSync(bench.data)).toBe(false);
    expect(muster(["tags", "add", "vip"], { env: { MUSTER_DATA: bench.data } }).code).toBe(0);
    expect(existsSync(bench.data)).toBe(true);
  });

  test("is refused where it names no PostgreSQL database, without showing what it holds", () => {
    const { code, err } = workbench().run(["imports"], { env: { DATABASE_URL: "mysql://me:hidden@localhost/x" } });
    expect(code).toBe(2);
    expect(err).toContain("DATABASE_URL is no address of a PostgreSQL database");
    expect(err).not.toContain("hidden");
  });

  test("names a database that does not answer: that is said, with what to do", () => {
    const { code, err } = workbench().run(["imports"], { env: { DATABASE_URL: "postgres://127.0.0.1:9/x" } });
    expect(code).toBe(2);
    expect(err).toContain("The database does not answer");
    expect(err).toContain("DATABASE_URL");
  });

  test("a data folder that cannot be one is refused in one line, without a stack", () => {
    const bench = workbench();
    const { code, err } = muster(["imports", "--data", bench.file("plain.txt", "no folder")]);
    expect(code).toBe(2);
    expect(err).toMatch(/^muster: .+\n {2}.+\n$/);
  });
});
