/**
 * A process to be killed: `child.ts FOLDER import FILE NUMBER BATCH_ROWS` and `child.ts FOLDER undo NUMBER BATCH_ROWS`. It goes on
 * with whatever an earlier one left, as any command does on start, and then sees that the import it was asked for ends.
 * Says `working` once nothing but the work is left, and at the end one line of JSON.
 */
import { hostname } from "node:os";
import { openWorkspace } from "../../src/app/open-workspace.ts";
import type { ImportRecord, ImportRef, Ports, Workspace } from "../../src/app/ports.ts";
import { prepareImport } from "../../src/app/prepare-import.ts";
import { receiveFile } from "../../src/app/receive-file.ts";
import { abandonedImports, runImport } from "../../src/app/run-import.ts";
import { undoImport } from "../../src/app/undo-import.ts";
import { accept, type Result } from "../../src/core/problem/refusal.ts";
import { openSourceFile } from "../../src/source/csv-file.ts";
import { FolderFileStore } from "../../src/source/folder-file-store.ts";
import { ThreadedDrafts } from "../../src/source/threaded-drafts.ts";
import { openSqliteStore } from "../../src/store/sqlite/store.ts";
import { REQUEST } from "./request.ts";

const WHOLE = { only: null, includeEdited: false };

function isRunning(holder: string): boolean {
  try {
    process.kill(Number(holder.slice(holder.lastIndexOf(":") + 1)), 0);
    return true;
  } catch {
    return false;
  }
}

function openPorts(folder: string, batchRows: number): Ports {
  return {
    store: openSqliteStore(folder),
    files: new FolderFileStore(folder),
    drafts: new ThreadedDrafts(folder, batchRows),
    inputs: { open: openSourceFile },
    now: Date.now,
    random: () => 0x5eed,
    holder: `${hostname()}:${process.pid}`,
    isGone: ({ holder }) => !isRunning(holder),
  };
}

const goOn = (ports: Ports, { state, ref }: ImportRecord): Promise<Result<ImportRecord>> =>
  state === "undoing" ? undoImport(ports, ref, WHOLE) : runImport(ports, ref);

/** The import with that number; made from the file where an earlier process has not come so far. */
async function importOf(
  ports: Ports,
  workspace: Workspace,
  file: string,
  number: number,
): Promise<Result<ImportRecord>> {
  const known = await ports.store.imports.get({ workspace: workspace.number, import: number });
  if (known) return accept(known);
  const source = await receiveFile(ports, file, null);
  return source.ok ? prepareImport(ports, workspace, source.value, REQUEST) : source;
}

async function ended(ports: Ports, ref: ImportRef, wanted: "import" | "undo"): Promise<Result<ImportRecord>> {
  const record = await ports.store.imports.get(ref);
  if (!record) throw new Error("the import is gone");
  if (wanted === "undo") return record.state === "undone" ? accept(record) : undoImport(ports, ref, WHOLE);
  const isOver = record.state === "done" || record.state === "refused";
  return isOver ? accept(record) : runImport(ports, ref);
}

async function run(ports: Ports, command: string, rest: readonly string[]): Promise<Result<ImportRecord>> {
  const opened = await openWorkspace(ports, "default");
  if (!opened.ok) return opened;
  const workspace = opened.value;
  for (const record of await abandonedImports(ports)) {
    process.stdout.write("working\n");
    const resumed = await goOn(ports, record);
    if (!resumed.ok && resumed.refusal.code !== "import_busy") return resumed;
  }
  if (command === "undo") {
    process.stdout.write("working\n");
    return ended(ports, { workspace: workspace.number, import: Number(rest[0]) }, "undo");
  }
  const [file = "", number = "1"] = rest;
  const prepared = await importOf(ports, workspace, file, Number(number));
  if (!prepared.ok) return prepared;
  process.stdout.write("working\n");
  return ended(ports, prepared.value.ref, "import");
}

const [folder = "", command = "", ...rest] = process.argv.slice(2);
const ports = openPorts(folder, Number(rest.at(-1)));
try {
  const result = await run(ports, command, rest.slice(0, -1));
  const told = result.ok ? { state: result.value.state, refusal: result.value.refusal } : result;
  process.stdout.write(`${JSON.stringify(told)}\n`);
} catch (error) {
  process.stdout.write(`${JSON.stringify({ fault: String(error), cause: String((error as Error).cause ?? "") })}\n`);
  process.exitCode = 1;
} finally {
  await ports.drafts.close();
  await ports.store.close();
}
