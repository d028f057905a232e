/** Puts a plan aside that would change nothing: it is cancelled, and waits for nobody any more. */
import { notifications } from "@mantine/notifications";
import { cancelImport, listImports } from "../api/endpoints/imports.ts";
import { listTasks } from "../api/endpoints/notifications.ts";
import { useChange } from "../api/use-answer.ts";
import { useWords } from "../words/words-provider.tsx";

type Touched = NonNullable<NonNullable<Parameters<typeof useChange>[1]>["touches"]>;

export function useDiscard(
  id: string,
  { touches = [], onDone }: { readonly touches?: Touched; readonly onDone: () => void },
) {
  const { importCheck } = useWords();
  const cancelled = useChange(cancelImport, {
    touches: [listImports, listTasks, ...touches],
    onDone() {
      notifications.show({ message: importCheck.discarded, autoClose: 4000 });
      onDone();
    },
  });
  return { discard: () => cancelled.mutate({ params: { id }, query: {} }), isPending: cancelled.isPending };
}
