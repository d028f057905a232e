/** What runs, waits and has failed. */
import { NothingYet } from "../app/nothing-yet.tsx";
import { PageHead } from "../app/page-head.tsx";
import { useWords } from "../words/words-provider.tsx";

export function TasksPage() {
  const { empty, shell } = useWords();
  return (
    <>
      <PageHead title={shell.tasks} />
      <NothingYet icon="tasks" title={empty.tasks} text={empty.tasksText} />
    </>
  );
}
