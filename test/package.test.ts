/** The installed command on a Node that is too old, in made-up installations: what it finds, passes on and says. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";

const place = mkdtempSync(join(tmpdir(), "muster-package-"));
afterAll(() => rmSync(place, { recursive: true, force: true }));

type Installation = {
  readonly name: string;
  /** What package.json asks for; this test's own Node is too old for 99. */
  readonly needs: string;
  /** Version of the npm package `node` beside the installed package. */
  readonly nodeBeside?: string;
};

/** Its `node` is a shell script, which shows what it was given. */
function install({ name, needs, nodeBeside }: Installation): string {
  const root = join(place, name, "node_modules", "muster-import");
  mkdirSync(join(root, "bin"), { recursive: true });
  mkdirSync(join(root, "dist", "command"), { recursive: true });
  copyFileSync(fileURLToPath(new URL("../bin/muster.js", import.meta.url)), join(root, "bin", "muster.js"));
  writeFileSync(join(root, "package.json"), JSON.stringify({ type: "module", engines: { node: `>=${needs}` } }));
  writeFileSync(join(root, "dist", "command", "main.js"), "console.log('ran dist with', ...process.argv.slice(2));\n");
  if (nodeBeside !== undefined) {
    const beside = join(place, name, "node_modules", "node");
    const program = join(beside, "bin", "node");
    mkdirSync(join(beside, "bin"), { recursive: true });
    writeFileSync(join(beside, "package.json"), JSON.stringify({ version: nodeBeside }));
    writeFileSync(program, '#!/bin/sh\nshift\necho "newer node with $*"\neval "$2"\n');
    chmodSync(program, 0o755);
  }
  return join(root, "bin", "muster.js");
}

type Ended = {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
};

async function run(command: string, args: readonly string[], during?: (child: ChildProcess) => void): Promise<Ended> {
  const child = spawn(process.execPath, [command, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  let out = "";
  let err = "";
  child.stdout.on("data", (chunk: Buffer) => {
    if (out === "") during?.(child);
    out += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    err += chunk.toString();
  });
  const [code, signal] = await once(child, "close");
  return { code, signal, out, err };
}

describe("the installed command", () => {
  test("runs dist/ where there is no src/, without a word on stderr", async () => {
    const ended = await run(install({ name: "plain", needs: "20.0" }), ["read", "a b"]);
    expect(ended).toEqual({ code: 0, signal: null, out: "ran dist with read a b\n", err: "" });
  });

  test("says which Node it needs, and how to get it, when none is new enough", async () => {
    const ended = await run(install({ name: "alone", needs: "99.1" }), ["read"]);
    expect(ended).toMatchObject({ code: 2, out: "" });
    expect(ended.err).toContain(`muster needs Node.js 99.1 or newer; this is ${process.versions.node}`);
    expect(ended.err).toContain("npm install node");
  });

  test("does not use a Node beside it that is too old as well", async () => {
    const ended = await run(install({ name: "old", needs: "99.1", nodeBeside: "99.0.5" }), ["read"]);
    expect(ended).toMatchObject({ code: 2, out: "" });
  });

  describe.skipIf(process.platform === "win32")("on the newer Node beside it (shell scripts stand in for one)", () => {
    const command = install({ name: "beside", needs: "99.1", nodeBeside: "99.2.0" });

    test("passes on the arguments and the exit code", async () => {
      const ended = await run(command, ["read", "exit 3"]);
      expect(ended).toEqual({ code: 3, signal: null, out: "newer node with read exit 3\n", err: "" });
    });

    test("dies of the signal that the program died of", async () => {
      expect(await run(command, ["read", "kill -KILL $$"])).toMatchObject({ code: null, signal: "SIGKILL" });
    });

    test.each(["SIGINT", "SIGTERM"] as const)("forwards %s and waits for the end", async (signal) => {
      const wait = `trap 'echo stopped; exit 130' ${signal.slice(3)}; echo ready; while :; do sleep 0.05; done`;
      const ended = await run(command, ["read", wait], (child) => setTimeout(() => child.kill(signal), 200));
      expect(ended).toMatchObject({ code: 130, signal: null });
      expect(ended.out).toMatch(/stopped\n$/);
    });
  });
});
