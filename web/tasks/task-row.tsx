/** One thing that goes on, or went on, with the link to what it is about. */
import { Progress, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { TextLink } from "../app/text-link.tsx";
import { timeOf } from "../imports/import-progress.tsx";
import { OutcomeBar } from "../imports/outcome-bar.tsx";
import { OutcomeNumbers } from "../imports/outcome-numbers.tsx";
import { UndoTally } from "../imports/undo-tally.tsx";
import { useFormat } from "../words/use-format.ts";
import { useWords } from "../words/words-provider.tsx";
import type { ImportTask, Task, WorkflowTask } from "./task.ts";
import classes from "./tasks-page.module.css";

export function TaskRow({ task }: { readonly task: Task }) {
  const { tasks } = useWords();
  const format = useFormat();
  const what = {
    import: tasks.import,
    undo: tasks.undo,
    workflow: tasks.workflow("workflow" in task ? task.workflow : ""),
  };
  const stateText = (): string => {
    if (task.kind === "import" && task.importState === "planned" && task.state === "done") return tasks.changesNothing;
    const failed = task.kind === "import" && task.importState === "done" ? task.outcomes.failed : 0;
    return failed > 0 ? tasks.linesFailed(failed, format.number(failed)) : (tasks.states[task.state] ?? task.state);
  };
  return (
    <article className={classes.task}>
      <div className={classes.title}>
        <Text component="h3" size="sm" fw={600} className={classes.name ?? ""}>
          {what[task.kind]}:{" "}
          <TextLink to="/imports/$id" params={{ id: task.import }}>
            {task.file}
          </TextLink>
        </Text>
        <Text size="xs" c="dimmed">
          {[stateText(), task.by, format.ago(task.finishedAt ?? task.createdAt)].join(" · ")}
        </Text>
      </div>
      {task.kind === "import" && <ImportBody task={task} />}
      {task.kind === "undo" && <UndoTally tally={task.tally} />}
      {task.kind === "workflow" && <WorkflowBody task={task} />}
    </article>
  );
}

function ImportBody({ task }: { readonly task: ImportTask }) {
  const { tasks } = useWords();
  const { state, importState, outcomes, refusal } = task;
  const isCounted = Object.values(outcomes).some((count) => count > 0);
  return (
    <>
      {state === "running" && <Running task={task} />}
      {state === "needs_you" && <Text size="sm">{tasks.needs[importState]}</Text>}
      {refusal && (
        <Text size="sm" c="var(--muster-bad)">
          {refusal.title}
        </Text>
      )}
      {isCounted && state !== "running" && <OutcomeBar outcomes={outcomes} />}
      {isCounted && <OutcomeNumbers outcomes={outcomes} state={importState} />}
      {(state === "failed" || state === "needs_you") && <FirstLines task={task} />}
    </>
  );
}

function Running({ task: { progress, file } }: { readonly task: ImportTask }) {
  const { imports } = useWords();
  const format = useFormat();
  const { done, lines, rate, secondsLeft } = progress;
  return (
    <>
      <Progress
        value={lines === null || lines === 0 ? 100 : (100 * done) / lines}
        animated={lines === null}
        aria-label={file}
      />
      <Text size="xs" c="dimmed">
        {[
          imports.doneOf(format.number(done), lines === null ? null : format.number(lines)),
          ...(rate === null ? [] : [imports.rate(format.number(rate))]),
          ...(secondsLeft === null ? [] : [imports.secondsLeft(timeOf(secondsLeft, imports, format.number))]),
        ].join(" · ")}
      </Text>
    </>
  );
}

function FirstLines({ task: { import: id, first, outcomes } }: { readonly task: ImportTask }) {
  const { imports, tasks } = useWords();
  const format = useFormat();
  if (first.length === 0) return null;
  return (
    <div>
      <dl className={classes.first}>
        {first.map(({ line, title, column }) => (
          <Line key={line} title={column === null ? title : `${title}, ${tasks.inColumn(column.trim())}`}>
            <TextLink size="xs" to="/imports/$id" params={{ id }} search={{ outcome: "failed", line }}>
              {imports.lineTitle(format.number(line))}
            </TextLink>
          </Line>
        ))}
      </dl>
      {outcomes.failed > first.length && (
        <TextLink size="xs" to="/imports/$id" params={{ id }} search={{ outcome: "failed" }}>
          {tasks.allFailed(outcomes.failed, format.number(outcomes.failed))}
        </TextLink>
      )}
    </div>
  );
}

const Line = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <>
    <dt>{children}</dt>
    <Text component="dd" m={0} size="xs">
      {title}
    </Text>
  </>
);

function WorkflowBody({ task: { runs, leftOut } }: { readonly task: WorkflowTask }) {
  const { tasks } = useWords();
  const format = useFormat();
  const counts = Object.entries(runs).filter(([, count]) => count > 0);
  const said = [
    ...counts.map(([name, count]) => tasks.runs[name]?.(format.number(count)) ?? `${name}: ${format.number(count)}`),
    ...(leftOut > 0 ? [tasks.leftOut(format.number(leftOut))] : []),
  ];
  return (
    <Text size="xs" c="dimmed">
      {said.join(" · ")}
    </Text>
  );
}
