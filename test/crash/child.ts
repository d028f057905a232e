/**
 * A process to be killed: `child.ts FOLDER import|undo FILE ABOUT BATCH_ROWS`. It goes on with whatever an earlier one left, as any
 * command does on start, and then sees that the import of that file ends, or its undo.
 * Says `working` once nothing but the work is left, and at the end one line of JSON.
 */
import { basename } from "node:path";
import { abandonedImports } from "../../src/app/import/abandoned-imports.ts";
import { prepareImport } from "../../src/app/import/preparing/prepare-import.ts";
import { receiveFile } from "../../src/app/import/preparing/receive-file.ts";
import { runImport } from "../../src/app/import/run-import.ts";
import { undoImport } from "../../src/app/import/undoing/undo-import.ts";
import type { ImportRecord, Ports, Workspace } from "../../src/app/ports.ts";
import { StoreFault } from "../../src/app/store-fault.ts";
import { openWorkspace } from "../../src/app/workspace/open-workspace.ts";
import { accept, type Result } from "../../src/core/problem/refusal.ts";
import { closePorts, folderPorts } from "./folder-ports.ts";
import { type About, REQUESTS } from "./request.ts";

const WHOLE = { only: null, includeEdited: false };

type Told = { readonly command: string; readonly file: string; readonly about: About };

const goOn = (ports: Ports, { state, ref }: ImportRecord): Promise<Result<ImportRecord>> =>
  state === "undoing" ? undoImport(ports, ref, WHOLE) : runImport(ports, ref);

/** The import of that file; made where an earlier process has not come so far. */
async function importOf(ports: Ports, workspace: Workspace, { file, about }: Told): Promise<Result<ImportRecord>> {
  const records = await ports.store.imports.list(workspace.number, { limit: 100, before: null });
  const known = records.find(({ settings }) => settings.source.name === basename(file));
  if (known) return accept(known);
  const source = await receiveFile(ports, file, null);
  return source.ok ? prepareImport(ports, workspace, source.value, { request: REQUESTS[about] }) : source;
}

async function ended(ports: Ports, record: ImportRecord, command: string): Promise<Result<ImportRecord>> {
  const { state, ref } = record;
  if (command === "undo") return state === "undone" ? accept(record) : undoImport(ports, ref, WHOLE);
  return state === "done" || state === "refused" ? accept(record) : runImport(ports, ref);
}

async function run(ports: Ports, told: Told): Promise<Result<ImportRecord>> {
  const opened = await openWorkspace(ports, "default");
  if (!opened.ok) return opened;
  for (const record of await abandonedImports(ports)) {
    process.stdout.write("working\n");
    const resumed = await goOn(ports, record);
    // Busy: another process was faster, and does it.
    if (!resumed.ok && resumed.refusal.code !== "import_busy") return resumed;
  }
  const record = await importOf(ports, opened.value, told);
  if (!record.ok) return record;
  process.stdout.write("working\n");
  return ended(ports, record.value, told.command);
}

async function main([folder = "", command = "", file = "", about = "", batchRows = ""]: readonly string[]) {
  const ports = await folderPorts(folder, Number(batchRows));
  try {
    const result = await run(ports, { command, file, about: about as About });
    return result.ok ? { state: result.value.state, refusal: result.value.refusal } : result;
  } finally {
    await closePorts(ports);
  }
}

const told = await main(process.argv.slice(2)).catch((error: unknown) => {
  process.exitCode = 1;
  return { fault: String(error), code: error instanceof StoreFault ? error.code : null };
});
process.stdout.write(`${JSON.stringify(told)}\n`);
