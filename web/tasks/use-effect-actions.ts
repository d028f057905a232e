/** Sending now, or never, what is held, failed or given up. */
import { notifications } from "@mantine/notifications";
import { cancelEffects, listEffects, retryEffects } from "../api/endpoints/effects.ts";
import { listTasks } from "../api/endpoints/notifications.ts";
import { useChange } from "../api/use-answer.ts";
import { useFormat } from "../words/use-format.ts";
import { useWords } from "../words/words-provider.tsx";

type Pick = { readonly effect: string } | { readonly import: string } | { readonly all: true };

export function useEffectActions() {
  const { tasks } = useWords();
  const format = useFormat();
  const touches = [listEffects, listTasks];
  const tell = (message: string): void => {
    notifications.show({ message, autoClose: 4000 });
  };
  const retry = useChange(retryEffects, {
    touches,
    onDone: ({ retried }) => tell(tasks.retried(format.number(retried))),
  });
  const cancel = useChange(cancelEffects, {
    touches,
    onDone: ({ cancelled }) => tell(tasks.dropped(format.number(cancelled))),
  });
  return {
    send: (body: Pick) => retry.mutate({ body }),
    drop: (body: Pick) => cancel.mutate({ body }),
  };
}
