/**
 * What goes on in a workspace, newest import first: what runs and how far it is, what waits and for whom, and what failed with
 * the first of its lines. Read from what imports, workflows and the outbox keep; nothing is kept for it.
 */
import type { ImportState } from "../../core/import-state.ts";
import { changesSomething, EMPTY_TALLY, linesIn, type OutcomeCounts, type Tally } from "../../core/plan/outcome.ts";
import type { ProblemCode } from "../../core/problem/catalogue.ts";
import { problemWords } from "../../core/problem/object-words.ts";
import { aboutOf } from "../../core/problem/problem-params.ts";
import { accept, type Result, refuseWith } from "../../core/problem/refusal.ts";
import type { Voice } from "../../core/problem/voice.ts";
import { decodeId } from "../../core/public-id.ts";
import type { EffectKind } from "../../core/workflow/effect.ts";
import { type EffectState, OPEN_EFFECT_STATES } from "../../core/workflow/effect-state.ts";
import { codeAbout } from "../import/import-parts.ts";
import { TASK_PROBLEMS, TASKS_SHOWN } from "../limits.ts";
import type { WorkflowQueue } from "../ports/effect-ports.ts";
import type { UndoTally } from "../ports/undo-ports.ts";
import type { ImportRecord, Ports, Workspace } from "../ports.ts";
import { importPath } from "./send-notices.ts";

/** `needs_you`: it waits for a person, not for a worker. */
type TaskState = "waiting" | "running" | "needs_you" | "done" | "failed" | "cancelled";

type About = {
  /** Id of the import. */
  readonly import: string;
  readonly path: string;
  readonly file: string;
  readonly by: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly finishedAt: number | null;
};

export type Progress = {
  readonly done: number;
  /** Null = not counted yet: the file is still being scanned. */
  readonly lines: number | null;
  /** A second, since it was started; null = not known yet. */
  readonly rate: number | null;
  readonly secondsLeft: number | null;
};

/** Where in the file, and why: the cell itself is in the ledger, and in the lines with errors. */
type TaskProblem = {
  readonly line: number;
  readonly code: ProblemCode;
  readonly title: string;
  readonly column: string | null;
};

export type ImportTask = About & {
  readonly kind: "import";
  readonly state: TaskState;
  readonly importState: ImportState;
  readonly progress: Progress;
  readonly outcomes: OutcomeCounts;
  /** Lines by code. */
  readonly problems: Tally["problems"];
  /** The first lines that failed, or would. */
  readonly first: readonly TaskProblem[];
  /** Path of the lines with errors, ready to be put right; null = no line failed. */
  readonly errors: string | null;
  /** Why the file was turned away whole. */
  readonly refusal: { readonly code: ProblemCode; readonly title: string } | null;
};

export type UndoTask = About & { readonly kind: "undo"; readonly state: "running" | "done"; readonly tally: UndoTally };

export type WorkflowTask = About & {
  readonly kind: "workflow";
  readonly state: TaskState;
  readonly workflow: string;
  readonly runs: WorkflowQueue["runs"];
  readonly leftOut: number;
};

export type Task = ImportTask | UndoTask | WorkflowTask;

/** What is to be sent, by kind and state; `dueAt`: when the next of them is. */
type WaitingEffects = {
  readonly kind: EffectKind;
  readonly state: EffectState;
  readonly count: number;
  readonly dueAt: number;
};

export type TaskFeed = {
  readonly tasks: readonly Task[];
  readonly effects: readonly WaitingEffects[];
  /** Where the next page begins; null = there is none. */
  readonly next: string | null;
};

/** What codes are called, and whoever asks is told it in. */
type CodeWords = Voice["words"];

/** @param page `limit` counts imports: what belongs to one stands together; `words`: absent = as at a terminal */
export async function taskFeed(
  { store, now }: Pick<Ports, "store" | "now">,
  workspace: Workspace,
  page: { readonly cursor: string | null; readonly limit: number; readonly words?: CodeWords },
): Promise<Result<TaskFeed>> {
  const before = page.cursor === null ? null : decodeId("imp", workspace.idKey, page.cursor);
  if (page.cursor !== null && before === null)
    return refuseWith("import_unknown", "The cursor is none of this workspace's.");
  const limit = Math.min(page.limit, TASKS_SHOWN);
  const found = await store.imports.list(workspace.number, { limit: limit + 1, before });
  const records = found.slice(0, limit);
  const queues = new Map((await store.workflows.queues(workspace.number)).map((queue) => [queue.import, queue]));
  const tasks: Task[] = [];
  for (const record of records) {
    const queue = queues.get(record.ref.import);
    if (queue !== undefined && hasBegun(queue)) tasks.push(workflowTask(record, queue));
    if (record.undo !== null) tasks.push(undoTask(record, record.undo.tally));
    tasks.push(await importTask({ store }, record, { now: now(), words: page.words ?? problemWords }));
  }
  return accept({
    tasks,
    effects: (await store.outbox.counts(workspace.number)).filter(({ state }) => OPEN_EFFECTS.has(state)),
    next: found.length > limit ? (records.at(-1)?.id ?? null) : null,
  });
}

const OPEN_EFFECTS: ReadonlySet<EffectState> = new Set(OPEN_EFFECT_STATES);

const STATE_OF: Readonly<Record<ImportState, TaskState>> = {
  received: "needs_you",
  planned: "needs_you",
  running: "running",
  interrupted: "needs_you",
  done: "done",
  cancelled: "cancelled",
  refused: "failed",
  undoing: "done",
  undone: "done",
};

async function importTask(
  { store }: Pick<Ports, "store">,
  record: ImportRecord,
  { now, words }: { readonly now: number; readonly words: CodeWords },
): Promise<ImportTask> {
  const { id, ref, state, refusal, settings } = record;
  const isPlan = state === "planned";
  const tally = (isPlan ? record.planned : record.progress?.tally) ?? EMPTY_TALLY;
  const { failed } = tally.outcomes;
  const filter = { outcome: "failed", problem: null, afterLine: 0, limit: TASK_PROBLEMS } as const;
  const lines = failed === 0 ? [] : await store.ledger.lines(ref, { ...filter, pass: isPlan ? "plan" : "run" });
  return {
    ...aboutImport(record),
    ...{ kind: "import", importState: state, progress: progressOf(record, now) },
    state: taskState(record, tally),
    ...{ outcomes: tally.outcomes, problems: tally.problems },
    first: lines.flatMap(({ line, problems }) => {
      const error = problems.find(({ severity }) => severity === "error");
      if (error === undefined) return [];
      return [
        {
          line,
          code: error.code,
          title: words(error.code, aboutOf(error) ?? codeAbout(error.code, settings)).title,
          column: error.column ?? null,
        },
      ];
    }),
    errors: failed === 0 ? null : `${importPath(id)}/errors.csv`,
    refusal: refusal === null ? null : { code: refusal.code, title: words(refusal.code).title },
  };
}

/** What is asked of a worker waits for no person, whatever state the import is still in. */
function taskState({ state, job }: ImportRecord, tally: Tally): TaskState {
  const { failed } = tally.outcomes;
  const isAsked = job !== null && job.wish.kind !== "undo";
  if (isAsked && state !== "running") return job.worker === null ? "waiting" : "running";
  // Nobody has to start a plan that changes nothing, nor to correct one in which nothing is wrong.
  if (state === "planned" && failed === 0 && !changesSomething(tally)) return "done";
  return state === "done" && failed > 0 ? "failed" : STATE_OF[state];
}

function progressOf(record: ImportRecord, now: number): Progress {
  const done = linesIn((record.progress?.tally ?? EMPTY_TALLY).outcomes);
  const lines = record.scan?.lines ?? null;
  const { startedAt, state } = record;
  const seconds = startedAt === null ? 0 : ((record.finishedAt ?? now) - startedAt) / 1000;
  const rate = done > 0 && seconds > 0 ? done / seconds : null;
  const isRunning = state === "running" && rate !== null && lines !== null;
  return {
    ...{ done, lines },
    rate: rate === null ? null : Math.round(rate),
    secondsLeft: isRunning ? Math.ceil((lines - done) / rate) : null,
  };
}

const undoTask = (record: ImportRecord, tally: UndoTally): UndoTask => ({
  ...aboutImport(record),
  ...{ kind: "undo", state: record.state === "undoing" ? "running" : "done", tally },
});

const hasBegun = ({ state, runs, leftOut }: WorkflowQueue): boolean =>
  state !== "open" || leftOut > 0 || Object.values(runs).some((count) => count > 0);

function workflowTask(record: ImportRecord, { state, workflow, runs, leftOut }: WorkflowQueue): WorkflowTask {
  const isAtWork = state === "open" || runs.waiting > 0;
  return {
    ...aboutImport(record),
    ...{ kind: "workflow", workflow: workflow.name, runs, leftOut },
    state: state === "cancelled" ? "cancelled" : isAtWork ? "running" : "done",
  };
}

const aboutImport = ({ id, settings, createdAt, finishedAt }: ImportRecord): About => ({
  ...{ import: id, path: importPath(id), file: settings.source.name, by: settings.by },
  ...{ createdAt, finishedAt },
});
