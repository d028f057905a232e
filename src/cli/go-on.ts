/** An import or undo on the way to its plan or its end, on a terminal. */

import { planImport, runImport } from "../app/import/run-import.ts";
import { type UndoRequest, undoImport } from "../app/import/undoing/undo-import.ts";
import { notifyEnded } from "../app/notify/notify-ended.ts";
import type { ImportRecord, Ports } from "../app/ports.ts";
import { undoStand } from "../app/view/undo-stand.ts";
import { EMPTY_TALLY } from "../core/plan/outcome.ts";
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

/** Starts or continues a run, or continues an undo, and tells who wants to know. Ctrl-C ends it after the batch. */
export async function goOn(ports: Ports, record: ImportRecord, show: Shown): Promise<Result<ImportRecord>> {
  const isUndo = record.state === "undoing";
  if (isUndo) return takeBack(ports, record, { request: { only: null, includeEdited: false }, show });
  const ended = await run(ports, record, show);
  if (ended.ok) await notifyEnded(ports, ended.value, "run");
  return ended;
}

/** Begins an undo, or goes on with one. Where Ctrl-C ended it, the import is `undoing` still. */
export async function takeBack(
  ports: Ports,
  record: ImportRecord,
  { request, show }: { readonly request: UndoRequest; readonly show: Shown },
): Promise<Result<ImportRecord>> {
  const line = new ProgressLine(show.terminal, show.progress, "Taking back …");
  const { only } = request;
  try {
    const undone = await show.interrupts.during((signal) =>
      undoImport(ports, record.ref, request, {
        signal,
        onUndone: (tally) => line.show({ pass: "undo", ...undoStand(record, { only, tally }), tally: EMPTY_TALLY }),
      }),
    );
    if (undone.ok && undone.value.state !== "undoing") await notifyEnded(ports, undone.value, "undo");
    return undone;
  } finally {
    line.clear();
  }
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
