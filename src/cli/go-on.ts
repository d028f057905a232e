/** An import or undo on the way to its plan or its end, on a terminal. */

import { planImport, runImport } from "../app/import/run-import.ts";
import { undoImport } from "../app/import/undoing/undo-import.ts";
import { notifyEnded } from "../app/notify/notify-ended.ts";
import type { ImportRecord, Ports } from "../app/ports.ts";
import type { Result } from "../core/problem/refusal.ts";
import type { Interrupts } from "./interrupts.ts";
import { ProgressLine } from "./progress-line.ts";
import type { Terminal } from "./terminal.ts";

type Shown = {
  readonly terminal: Terminal;
  readonly interrupts: Interrupts;
  readonly progress?: boolean | undefined;
};

export async function planWithProgress(
  ports: Ports,
  { ref }: ImportRecord,
  { terminal, progress }: Omit<Shown, "interrupts">,
): Promise<Result<ImportRecord>> {
  const line = new ProgressLine(terminal, progress);
  try {
    return await planImport(ports, ref, { onProgress: (made) => line.show(made) });
  } finally {
    line.clear();
  }
}

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
