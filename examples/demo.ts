/**
 * `npm run demo`: imports the messy example into an empty workspace, with the command and the output that users get.
 * The workspace is kept so that the printed next commands can be tried; each demo starts it anew.
 */
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const command = fileURLToPath(new URL("../bin/muster.js", import.meta.url));
const file = fileURLToPath(new URL("contacts.csv", import.meta.url));
const data = fileURLToPath(new URL("../muster-data-demo", import.meta.url));

/** Runs one command as it is shown, and ends the demo with its exit code if it fails. */
function show(...args: readonly string[]): void {
  const shown = args.map((arg) => (arg.startsWith(root) ? relative(process.cwd(), arg) : arg));
  console.log(`\n$ npx muster ${shown.join(" ")}\n`);
  const { status } = spawnSync(process.execPath, [command, ...shown], { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}

rmSync(data, { recursive: true, force: true });
show("import", file, "--data", data, "--yes");
show("imports", "--data", data);
show("contacts", "--data", data, "--limit", "5");
console.log(`
The same file again changes nothing:  npx muster import ${relative(process.cwd(), file)} --data ${relative(process.cwd(), data)}
Your own file:                        npx muster import FILE
`);
