/** The state machine of an import: which states there are, and what may be asked of an import in each. */

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

/** What somebody may ask of an import. What becomes of it then is in the states it passes through. */
export type ImportEvent = "plan" | "start" | "resume" | "cancel" | "undo" | "remove";

const ALLOWED: Readonly<Record<ImportState, readonly ImportEvent[]>> = {
  received: ["plan", "start", "cancel", "remove"],
  planned: ["plan", "start", "cancel", "remove"],
  running: ["resume", "cancel"],
  interrupted: ["resume", "cancel", "undo"],
  done: ["undo", "remove"],
  cancelled: ["undo", "remove"],
  refused: ["remove"],
  undoing: ["undo"],
  undone: ["undo", "remove"],
};

export const mayHappen = (state: ImportState, event: ImportEvent): boolean => ALLOWED[state].includes(event);
