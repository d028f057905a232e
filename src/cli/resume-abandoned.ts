/** Goes on with imports and undos whose process has died, before a command looks at the data. */

import { abandonedImports, runImport } from "../app/import/run-import.ts";
import { undoImport } from "../app/import/undo-import.ts";
import { notifyEnded } from "../app/notify/notify-ended.ts";
import type { ImportRecord, Ports } from "../app/ports.ts";
import { type Refused, type Result, refuseWith } from "../core/problem/refusal.ts";
import { shown } from "../core/problem/shown-text.ts";
import type { Interrupts } from "./interrupts.ts";
import { ProgressLine } from "./progress-line.ts";
import type { Terminal } from "./terminal.ts";
import { printable } from "./text.ts";

export async function resumeAbandoned(
  ports: Ports,
  terminal: Terminal,
  interrupts: Interrupts,
): Promise<"resumed" | "interrupted"> {
  for (const record of await abandonedImports(ports)) {
    // A worker was asked to do it, and will: whoever only wants to look is not to wait for that.
    if (record.job !== null) continue;
    const what = record.state === "undoing" ? "The undo of" : "The import";
    terminal.note(`${what} ${record.id} (${shown(record.settings.source.name)}) was cut off: going on with it.`);
    const ended = await goOn(ports, record, { terminal, interrupts }).catch(faultOf);
    if (ended.ok && ended.value.state === "interrupted") return "interrupted";
    // Busy: another process was faster, and does it. What stands in the way otherwise does not concern this command.
    if (!ended.ok && ended.refusal.code !== "import_busy") terminal.note(`  ${printable(ended.refusal.message)}`);
  }
  return "resumed";
}

/** One import that cannot go on must not stand in the way of every command. */
function faultOf(error: unknown): Refused {
  const message = error instanceof Error ? error.message : String(error);
  return refuseWith("import_failed", `It cannot go on: ${message}`);
}

type Shown = {
  readonly terminal: Terminal;
  readonly interrupts: Interrupts;
  readonly progress?: boolean | undefined;
};

/** Starts or continues a run, or continues an undo, and tells who wants to know. Ctrl-C ends a run after the batch. */
export async function goOn(ports: Ports, record: ImportRecord, show: Shown): Promise<Result<ImportRecord>> {
  const isUndo = record.state === "undoing";
  const ended = isUndo
    ? await undoImport(ports, record.ref, { only: null, includeEdited: false })
    : await run(ports, record, show);
  if (ended.ok) await notifyEnded(ports, ended.value, isUndo ? "undo" : "run");
  return ended;
}

async function run(ports: Ports, record: ImportRecord, show: Shown): Promise<Result<ImportRecord>> {
  const line = new ProgressLine(show.terminal, show.progress);
  try {
    return await show.interrupts.during((signal) =>
      runImport(ports, record.ref, { signal, onProgress: (progress) => line.show(progress) }),
    );
  } finally {
    line.clear();
  }
}
