/** The state machine of an import: which states there are, and which event leads from which to which. */

export type ImportState =
  /** The file is stored; how it is read and mapped may still change. */
  | "received"
  /** A plan is stored; nothing is written. */
  | "planned"
  /** Being written. A process holds the lease, or died and another may take over from the checkpoint. */
  | "running"
  /** Stopped by a person or a shutdown at the end of a batch; goes on when asked. */
  | "interrupted"
  | "done"
  | "cancelled"
  /** Turned away whole: nothing was written. */
  | "refused"
  | "undoing"
  | "undone";

export type ImportEvent =
  | "plan"
  | "start"
  | "interrupt"
  | "resume"
  | "finish"
  | "cancel"
  | "refuse"
  | "undo"
  | "undo_part"
  | "undo_finish";

const MOVES: Readonly<Record<ImportState, Partial<Record<ImportEvent, ImportState>>>> = {
  received: { plan: "planned", start: "running", refuse: "refused", cancel: "cancelled" },
  planned: { plan: "planned", start: "running", refuse: "refused", cancel: "cancelled" },
  running: { finish: "done", interrupt: "interrupted", cancel: "cancelled", refuse: "refused", resume: "running" },
  interrupted: { resume: "running", cancel: "cancelled", undo: "undoing" },
  done: { undo: "undoing" },
  cancelled: { undo: "undoing" },
  refused: {},
  undoing: { undo: "undoing", undo_part: "done", undo_finish: "undone" },
  undone: { undo: "undoing" },
};

/** The state after the event, or null where it is not allowed. */
export const nextState = (state: ImportState, event: ImportEvent): ImportState | null => MOVES[state][event] ?? null;

export const mayHappen = (state: ImportState, event: ImportEvent): boolean => nextState(state, event) !== null;
