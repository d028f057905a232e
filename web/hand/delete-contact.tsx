/** Deletes a contact, and offers the way back instead of asking before. */
import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { listBulkChanges } from "../api/endpoints/bulk-changes.ts";
import { countContacts, listAccounts, listContacts, showAccount } from "../api/endpoints/contacts.ts";
import { deleteContact } from "../api/endpoints/hand.ts";
import { useChange } from "../api/use-answer.ts";
import { isAtWork } from "../bulk/bulk-change.ts";
import { useTellChange } from "../bulk/use-change-contacts.tsx";
import { useWords } from "../words/words-provider.tsx";

export function DeleteContact({ id }: { readonly id: string }) {
  const { hand } = useWords();
  const navigate = useNavigate();
  const tell = useTellChange();
  const remove = useChange(deleteContact, {
    touches: [listContacts, countContacts, listAccounts, showAccount, listBulkChanges],
    onDone: (done) => {
      // What waits for an import to end stands in the banner of the list.
      if (!isAtWork(done)) tell(done);
      void navigate({ to: "/contacts" });
    },
  });
  return (
    <Button variant="subtle" color="red" loading={remove.isPending} onClick={() => remove.mutate({ params: { id } })}>
      {hand.remove}
    </Button>
  );
}
