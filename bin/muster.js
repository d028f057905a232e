#!/usr/bin/env node
/**
 * The installed command. It only finds the right Node and hands over: to src/main.ts in a clone, to dist/command/main.js in
 * an installed package. Plain old JavaScript, because the Node that reads it may be any since 12.20; it never imports
 * anything of Muster's before it knows that this Node can run it.
 */
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import nodeModule from "node:module";
import { constants, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import v8 from "node:v8";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const needed = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).engines.node.replace(">=", "");

function isNewEnough(version) {
  const have = version.split(".").map(Number);
  const want = needed.split(".").map(Number);
  return have[0] > want[0] || (have[0] === want[0] && have[1] >= (want[1] || 0));
}

/** The npm package `node` brings a Node of its own; it is looked for where `require` would look, from here upwards. */
function findNewerNode() {
  for (let folder = root; ; folder = dirname(folder)) {
    const found = join(folder, "node_modules", "node");
    const program = join(found, "bin", process.platform === "win32" ? "node.exe" : "node");
    if (existsSync(program) && isNewEnough(JSON.parse(readFileSync(join(found, "package.json"), "utf8")).version)) {
      return program;
    }
    if (dirname(folder) === folder) return undefined;
  }
}

/**
 * Runs this same file on the newer Node and becomes transparent: same terminal, same signals, same exit.
 * The channel is there for one thing: if this process is killed outright, the other one ends too, see `runHere`.
 */
function runOn(program) {
  const child = spawn(program, process.argv.slice(1), { stdio: ["inherit", "inherit", "inherit", "ipc"] });
  const forward = (signal) => child.kill(signal);
  // On a terminal Ctrl-C reaches the whole process group by itself; forwarding it would make it two.
  const fromTerminal = [process.stdin, process.stdout, process.stderr].some((stream) => stream.isTTY === true);
  process.on("SIGINT", fromTerminal ? () => undefined : forward);
  process.on("SIGTERM", forward);
  process.on("SIGHUP", forward);
  child.on("error", (error) => {
    process.stderr.write(`muster: could not start ${program}: ${error.message}\n`);
    process.exitCode = 1;
  });
  child.on("exit", (code, signal) => {
    process.exitCode = code === null ? 128 + constants.signals[signal] : code;
    if (child.connected) child.disconnect();
    if (signal === null) return;
    for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.removeAllListeners(name);
    process.kill(process.pid, signal);
  });
}

function runHere() {
  if (process.channel !== undefined && process.channel !== null) {
    // Started by `runOn`: without this, `kill -9` of the process a script knows would leave an import running.
    process.once("disconnect", () => process.kill(process.pid, "SIGKILL"));
    process.channel.unref();
  }
  // Left alone, the collector lets a heap grow to four times what is alive before it looks again. Twice costs no time that
  // can be measured and keeps the peak of an import some 40 MiB lower, in every thread.
  v8.setFlagsFromString("--heap-growing-percent=100");
  // Compiled code is kept in the system's temporary folder from run to run: a third of the start, and in a clone the 30 MiB
  // that reading TypeScript takes. The variable is for the reading thread. NODE_DISABLE_COMPILE_CACHE=1 turns it off.
  process.env.NODE_COMPILE_CACHE ??= join(tmpdir(), "node-compile-cache");
  nodeModule.enableCompileCache?.(process.env.NODE_COMPILE_CACHE);
  const source = join(root, "src", "main.ts");
  import(pathToFileURL(existsSync(source) ? source : join(root, "dist", "command", "main.js")).href).catch((error) => {
    process.stderr.write(`muster: could not start: ${error.stack}\n`);
    process.exitCode = 1;
  });
}

const newer = isNewEnough(process.versions.node) ? undefined : findNewerNode();
if (isNewEnough(process.versions.node)) runHere();
else if (newer !== undefined) runOn(newer);
else {
  process.stderr.write(
    `muster needs Node.js ${needed} or newer; this is ${process.versions.node}.\n` +
      "Install it from https://nodejs.org, or beside Muster: npm install node@26 (npm 11 and later ask to allow its install script).\n",
  );
  process.exitCode = 2;
}
