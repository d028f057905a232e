/**
 * The command as it is installed, for the tests that run it, and the processes that crash tests kill, which start in a third of the
 * time when they are joined as it is: built once for all of them, in a folder of its own that is gone afterwards.
 * `MUSTER_TEST_COMMAND` says where the command is, `MUSTER_TEST_CHILDREN` where the others are.
 */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildCommand, joinFiles } from "../../build/command.ts";
import { PROGRAMS } from "../crash/killing.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

export async function setup(): Promise<() => void> {
  // Asked once by each project.
  if (process.env.MUSTER_TEST_COMMAND !== undefined) return () => {};
  const folder = mkdtempSync(join(tmpdir(), "muster-command-"));
  for (const name of ["bin", "dist"]) mkdirSync(join(folder, name));
  for (const name of ["package.json", "bin/muster.js"]) copyFileSync(join(ROOT, name), join(folder, name));
  // The pages may not be built yet: those tests that look at them do it.
  for (const name of ["node_modules", "dist/web"]) symlinkSync(join(ROOT, name), join(folder, name));
  await buildCommand(join(folder, "dist", "command"));
  const children = join(folder, "dist", "children");
  await joinFiles(
    children,
    Object.fromEntries(Object.entries(PROGRAMS).map(([name, url]) => [name, fileURLToPath(url)])),
  );
  // Compiled once for all that a test starts, and left to none of the next run's.
  process.env.NODE_COMPILE_CACHE = join(folder, "compiled");
  process.env.MUSTER_TEST_CHILDREN = children;
  process.env.MUSTER_TEST_COMMAND = join(folder, "bin", "muster.js");
  return () => rmSync(folder, { recursive: true, force: true });
}
