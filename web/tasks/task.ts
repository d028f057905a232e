/** What goes on, as the API answers it: imports, undos and workflows. */
import type { ImportState } from "../../src/core/import-state.ts";
import type { OutcomeCounts } from "../../src/core/plan/outcome.ts";
import type { AnswerOf } from "../../src/http/contract/endpoint.ts";
import type { listTasks } from "../api/endpoints/notifications.ts";

type TaskState = "waiting" | "running" | "needs_you" | "done" | "failed" | "cancelled";

type About = {
  readonly import: string;
  readonly file: string;
  readonly by: string;
  readonly createdAt: string;
  readonly finishedAt: string | null;
  readonly state: TaskState;
};

export type ImportTask = About & {
  readonly kind: "import";
  readonly importState: ImportState;
  readonly progress: {
    readonly done: number;
    readonly lines: number | null;
    readonly rate: number | null;
    readonly secondsLeft: number | null;
  };
  readonly outcomes: OutcomeCounts;
  /** The first lines that failed, or would. */
  readonly first: readonly {
    readonly line: number;
    readonly title: string;
    readonly column: string | null;
  }[];
  readonly refusal: { readonly title: string } | null;
};

type UndoTask = About & { readonly kind: "undo"; readonly tally: Readonly<Record<string, number>> };

export type WorkflowTask = About & {
  readonly kind: "workflow";
  readonly workflow: string;
  readonly runs: Readonly<Record<string, number>>;
  readonly leftOut: number;
};

export type Task = ImportTask | UndoTask | WorkflowTask;

/** The contract leaves open what a task holds by its kind; the server answers it as it is here. */
export const taskOf = (answer: AnswerOf<typeof listTasks>["items"][number]): Task => answer as unknown as Task;

export const GROUPS = {
  running: ["running", "waiting"],
  needsYou: ["needs_you"],
  failed: ["failed"],
  recent: ["done", "cancelled"],
} as const satisfies Readonly<Record<string, readonly TaskState[]>>;
