/** `muster tasks`: what runs, what waits, and what failed with its first lines. */
import type { Command } from "commander";
import {
  type ImportTask,
  type Progress,
  type Task,
  type TaskFeed,
  taskFeed,
  type UndoTask,
  type WorkflowTask,
} from "../../app/notify/task-feed.ts";
import { taskJson } from "../../app/view/notification-json.ts";
import type { SharedOptions } from "../../config.ts";
import { OUTCOMES } from "../../core/plan/outcome.ts";
import { shown } from "../../core/problem/shown-text.ts";
import type { Cli, ExitCode, Session } from "../cli.ts";
import { examples, positive, withFolderOptions } from "../shared-options.ts";
import { withData } from "../words/import-text.ts";
import { count, duration, moment, number } from "../words/text.ts";

type TaskOptions = SharedOptions & { readonly limit?: number; readonly cursor?: string };

const DEFAULT_LIMIT = 10;

export function registerTasks(program: Command, cli: Cli): void {
  withFolderOptions(
    program
      .command("tasks")
      .summary("what runs and how far it is, what waits, and what failed with its lines")
      .description(
        "Lists imports, undos and workflows, those of the newest import first: how far they are, what waits for somebody, and the first lines that failed. Then what is still to be sent. With --json one object a line.",
      ),
  )
    .option("--limit <number>", `imports that are shown (default: ${DEFAULT_LIMIT})`, positive)
    .option("--cursor <import>", "go on behind this import, as the page before says")
    .addHelpText("after", examples("muster tasks", "muster tasks --limit 50 --json"))
    .action((options: TaskOptions) => cli.look(options, (session) => show(session, options)));
}

async function show(session: Session, options: TaskOptions): Promise<ExitCode> {
  const { ports, workspace, terminal, config } = session;
  const found = await taskFeed(ports, workspace, {
    cursor: options.cursor ?? null,
    limit: options.limit ?? DEFAULT_LIMIT,
  });
  if (!found.ok) return session.refuse(found.refusal);
  const { tasks, next } = found.value;
  if (terminal.json) {
    for (const task of tasks) await terminal.printJson(taskJson(task));
    return 0;
  }
  for (const task of tasks) await terminal.print(...taskLines(session, task));
  await terminal.print(...effectLines(session, found.value));
  if (tasks.length === 0) terminal.note("Nothing was imported here yet.");
  if (next !== null) terminal.note(`More: ${withData(`muster tasks --cursor ${next}`, config)}`);
  return 0;
}

function taskLines(session: Session, task: Task): readonly string[] {
  const state = task.state.replace("_", " ");
  const head = `${task.kind.padEnd(9)}${state.padEnd(11)}${shown(task.file)}`;
  return [
    `${session.terminal.style("bold", head)}  ${task.import}  ${moment(task.createdAt)} by ${shown(task.by)}`,
    ...detailLines(session, task).map((line) => `  ${line}`),
  ];
}

function detailLines(session: Session, task: Task): readonly string[] {
  switch (task.kind) {
    case "import":
      return importLines(session, task);
    case "undo":
      return [undoLine(task)];
    case "workflow":
      return [workflowLine(task)];
  }
}

function importLines({ config }: Session, task: ImportTask): readonly string[] {
  const { importState, outcomes, problems, first, refusal } = task;
  const counts = OUTCOMES.filter((outcome) => outcomes[outcome] > 0).map(
    (outcome) => `${number(outcomes[outcome])} ${outcome}`,
  );
  const failed = Object.values(problems).reduce((sum, lines) => sum + lines, 0);
  return [
    ...(importState === "running" || importState === "interrupted" ? [progressLine(task.progress)] : []),
    ...(counts.length > 0 ? [`${importState === "planned" ? "would be: " : ""}${counts.join(", ")}`] : []),
    ...(refusal === null ? [] : [refusal.title]),
    ...first.map(
      ({ line, title, column }) => `line ${number(line)}: ${title}${column === null ? "" : ` (${shown(column)})`}`,
    ),
    ...(first.length > 0 && failed > first.length
      ? [`all of them: ${withData(`muster lines ${task.import} --outcome failed`, config)}`]
      : []),
    ...(importState === "interrupted" ? [`goes on with: ${withData(`muster resume ${task.import}`, config)}`] : []),
  ];
}

function progressLine({ done, lines, rate, secondsLeft }: Progress): string {
  const of = lines === null ? "" : ` of ${number(lines)}`;
  const speed = rate === null ? "" : `, ${number(rate)} a second`;
  return `${number(done)}${of} lines${speed}${secondsLeft === null ? "" : `, ${duration(secondsLeft)} left`}`;
}

function undoLine({ tally }: UndoTask): string {
  const parts = Object.entries(tally).filter(([, lines]) => lines > 0);
  return parts.length === 0 ? "nothing yet" : parts.map(([result, lines]) => `${number(lines)} ${result}`).join(", ");
}

function workflowLine({ workflow, runs, leftOut }: WorkflowTask): string {
  const parts = Object.entries(runs).filter(([, contacts]) => contacts > 0);
  return [
    shown(workflow),
    ...parts.map(([state, contacts]) => `${number(contacts)} ${state}`),
    ...(leftOut > 0 ? [`${number(leftOut)} left out`] : []),
  ].join(", ");
}

function effectLines({ config }: Session, { effects }: TaskFeed): readonly string[] {
  if (effects.length === 0) return [];
  const parts = effects.map(({ kind, state, count: n }) => `${count(n, kind)} ${state}`);
  return ["", `To be sent: ${parts.join(", ")}. ${withData("muster effects", config)}`];
}
