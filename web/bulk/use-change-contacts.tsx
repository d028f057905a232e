/** Does a bulk change, says what became of it, and offers the way back instead of asking before. */
import { Button, Group } from "@mantine/core";
import { notifications } from "@mantine/notifications";

import { changeContacts, listBulkChanges, undoBulkChange } from "../api/endpoints/bulk-changes.ts";
import { countContacts, listAccounts, listContacts, showAccount, showContact } from "../api/endpoints/contacts.ts";
import { listTags } from "../api/endpoints/fields.ts";
import { useChange } from "../api/use-answer.ts";
import { isByHand } from "../past/past.ts";
import { useFormat } from "../words/use-format.ts";
import { useWords } from "../words/words-provider.tsx";
import { type BulkChange, isAtWork, sayChange, sayProgress } from "./bulk-change.ts";

const TOUCHED = [listContacts, countContacts, showContact, listAccounts, showAccount, listTags, listBulkChanges];
/** Long enough to see that it was not what one wanted. */
const TOLD_MS = 20_000;

/** @param onUndone once there is nothing left to take back */
export function useUndoChange(onUndone?: () => void) {
  const words = useWords();
  const { bulk } = words;
  const format = useFormat();
  return useChange(undoBulkChange, {
    touches: TOUCHED,
    onDone: (done) => {
      const { id, undo, state } = done;
      notifications.hide(id);
      // What is listed stands in the banner of the list; what was done by hand is not.
      if (isAtWork(done) && isByHand(done.change)) notifications.show({ message: sayProgress(done, words, format) });
      if (undo === null || state !== "undone") return;
      onUndone?.();
      const stay = undo.kept + undo.partly;
      const message = [
        bulk.undone(bulk.count(undo.restored, format.number(undo.restored))),
        stay > 0 ? bulk.stayed(stay, format.number(stay)) : "",
        undo.away > 0 ? `${bulk.away(bulk.count(undo.away, format.number(undo.away)))}.` : "",
      ];
      notifications.show({ message: message.filter(Boolean).join(" "), color: "green" });
    },
  });
}

/** Says what was done, with the way back. */
export function useTellUndo(onUndone?: () => void): (id: string, message: string) => void {
  const { bulk } = useWords();
  const undo = useUndoChange(onUndone);
  return (id, message) =>
    void notifications.show({
      id,
      color: "green",
      autoClose: TOLD_MS,
      message: (
        <Group justify="space-between" wrap="nowrap">
          {message}
          <Button variant="subtle" flex="none" onClick={() => undo.mutate({ params: { id } })}>
            {bulk.undo}
          </Button>
        </Group>
      ),
    });
}

/** What has ended is told with the way back; what is still at work stands in the banner. */
export function useTellChange(): (done: BulkChange) => void {
  const words = useWords();
  const format = useFormat();
  const tell = useTellUndo();
  return ({ id, change, changed }) => {
    const { bulk } = words;
    if (changed === 0) notifications.show({ id, message: bulk.unchanged });
    else tell(id, `${sayChange(change, words)} · ${bulk.count(changed, format.number(changed))}`);
  };
}

export function useChangeContacts(onDone: (done: BulkChange) => void) {
  const tell = useTellChange();
  return useChange(changeContacts, {
    touches: TOUCHED,
    onDone: (done) => {
      if (!isAtWork(done)) tell(done);
      onDone(done);
    },
  });
}
