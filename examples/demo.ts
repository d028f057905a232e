/**
 * `npm run demo`: imports the messy example into an empty workspace, with the command and the output that users get, and opens
 * the app on it; `npm run demo -- --once` ends there. The workspace is kept so that the printed next commands can be tried;
 * each demo starts it anew.
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join, relative } from "node:path";
import { createInterface } from "node:readline";
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

const PORT = 3000;

if (!process.argv.includes("--once")) {
  if (!existsSync(join(root, "dist", "web", "index.html"))) {
    console.log("Building the app, this once.");
    const vite = join(root, "node_modules", "vite", "bin", "vite.js");
    const built = spawnSync(
      process.execPath,
      [vite, "build", "--config", "web/vite.config.ts", "--logLevel", "error"],
      {
        ...{ cwd: root, stdio: "inherit" },
      },
    );
    if (built.status !== 0) process.exit(built.status ?? 1);
  }
  await openApp();
}

/** Until Ctrl-C. */
async function openApp(): Promise<void> {
  const port = (await isFree(PORT)) ? PORT : 0;
  const args = [command, "serve", "--data", data, "--port", String(port)];
  const server = spawn(process.execPath, args, {
    stdio: ["inherit", "ignore", "pipe"],
    env: { ...process.env, MUSTER_LOG_LEVEL: "error" },
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => server.kill(signal));
  server.on("exit", (code) => process.exit(code ?? 0));
  for await (const line of createInterface(server.stderr)) {
    console.log(line);
    if (/^https?:\S+token=/.test(line)) openInBrowser(line);
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
      .once("error", () => resolve(false))
      .listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });
}

/** Where there is one; the address is printed besides. */
function openInBrowser(url: string): void {
  if (process.env.CI || (process.platform === "linux" && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY)) return;
  const opener = { darwin: "open", win32: "explorer" }[process.platform as string] ?? "xdg-open";
  spawn(opener, [url], { stdio: "ignore", detached: true })
    .on("error", () => undefined)
    .unref();
}
