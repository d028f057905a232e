/** The session with curl that README shows, run as it stands there, against a server of its own. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { command } from "../cli/run-muster.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });

test("the session in README starts a server, makes a key, imports, follows, takes errors out and undoes (C-A2, C-N1, C-U1)", async () => {
  const block = readFileSync(join(root, "README.md"), "utf8").match(/```sh\n(npx muster serve[\s\S]*?)```/)?.[1] ?? "";
  const folder = mkdtempSync(join(tmpdir(), "muster-readme-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  symlinkSync(join(root, "examples"), join(folder, "examples"));
  const port = await freePort();
  const script = block
    .replaceAll("npx muster serve", `npx muster serve --port ${port} --workers 1`)
    .replaceAll("npx muster", `"${process.execPath}" "${command}"`)
    .replaceAll("localhost:3000", `127.0.0.1:${port}`);
  // What a line prints stands behind its number.
  const ran = spawnSync(
    "bash",
    ["-c", `trap 'kill $!; wait' EXIT\n${script.replaceAll("\ncurl", "\necho; echo ==; curl")}`],
    {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, MUSTER_DATA: join(folder, "data") },
      timeout: 100_000,
    },
  );
  const [, posted = "", events = "", , preview = "", undone = ""] = ran.stdout.split("\n==\n");
  expect(JSON.parse(posted), ran.stderr).toMatchObject({ state: "received", file: "contacts.csv" });
  const expected = JSON.parse(readFileSync(join(root, "examples/contacts.expected.json"), "utf8"));
  const end = events.match(/event: end\nid: .+\ndata: (.+)/)?.[1] ?? "{}";
  expect(JSON.parse(end)).toMatchObject({ state: "done", lines: expected.lines, outcomes: expected.outcomes });
  const failed = readFileSync(join(folder, "errors.csv"), "utf8");
  expect(failed).toMatch(/^\ufeff.*Line;Error;Fix;Import/);
  expect(JSON.parse(preview).preview.deleted).toBe(expected.outcomes.created);
  expect(JSON.parse(undone.split("\n")[0] ?? "")).toMatchObject({ state: "undone" });
});
