/** What runs, what waits for somebody, what failed with its first lines, and what is still to be sent. */
import { Button, Center, Loader, Title } from "@mantine/core";
import { listTasks } from "../api/endpoints/notifications.ts";
import { usePages } from "../api/use-pages.ts";
import { NothingYet } from "../app/nothing-yet.tsx";
import { PageHead } from "../app/page-head.tsx";
import { RefusalNotice } from "../app/refusal-notice.tsx";
import { useWords } from "../words/words-provider.tsx";
import { OpenEffects } from "./open-effects.tsx";
import { GROUPS, type Task, taskOf } from "./task.ts";
import { TaskRow } from "./task-row.tsx";
import classes from "./tasks-page.module.css";

/** Milliseconds after which it is looked again while something runs, and while nothing does. */
const LIVE_MS = 2_000;
const QUIET_MS = 15_000;

const isRunning = ({ state }: { readonly state: string }): boolean => state === "running" || state === "waiting";

export function TasksPage() {
  const { empty, shell, tasks } = useWords();
  const found = usePages(
    listTasks,
    { query: {} },
    { every: (pages) => (pages.some(({ items }) => items.some(isRunning)) ? LIVE_MS : QUIET_MS) },
  );
  const all = found.items.map(taskOf);
  const effects = found.pages[0]?.effects ?? [];
  const groups = (Object.keys(GROUPS) as readonly (keyof typeof GROUPS)[]).map((name) => {
    const states: readonly string[] = GROUPS[name];
    return { name, items: all.filter(({ state }) => states.includes(state)) };
  });
  return (
    <>
      <PageHead title={shell.tasks} />
      {found.error !== null && !found.isLoaded && <RefusalNotice error={found.error} retry={found.again} />}
      {!found.isLoaded && found.error === null && (
        <Center p="xl">
          <Loader size="sm" />
        </Center>
      )}
      {found.isLoaded && all.length === 0 && effects.length === 0 && (
        <NothingYet icon="tasks" title={empty.tasks} text={empty.tasksText} />
      )}
      <div className={classes.page}>
        {effects.length > 0 && <OpenEffects counts={effects} notSetUp={found.pages[0]?.notSetUp ?? []} />}
        {groups.map(({ name, items }) => items.length > 0 && <Group key={name} title={tasks[name]} items={items} />)}
        {found.hasMore && (
          <div>
            <Button variant="default" onClick={found.more} loading={found.isFetchingMore}>
              {tasks.more}
            </Button>
          </div>
        )}
      </div>
    </>
  );
}

function Group({ title, items }: { readonly title: string; readonly items: readonly Task[] }) {
  return (
    <section>
      <Title order={2} size="sm" mb={6}>
        {title}
      </Title>
      <div className={classes.list}>
        {items.map((task) => (
          <TaskRow key={`${task.kind} ${task.import}`} task={task} />
        ))}
      </div>
    </section>
  );
}
