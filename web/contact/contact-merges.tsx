/** Merges that a contact took others in by; each can be taken back. */
import { Button, Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { listContacts, showContact } from "../api/endpoints/contacts.ts";
import { undoMerge } from "../api/endpoints/duplicates.ts";
import { useChange } from "../api/use-answer.ts";
import { useWorkspace } from "../app/workspace-context.ts";
import type { ListField } from "../list/list-field.ts";
import { ChangeList } from "../past/history-list.tsx";
import type { Changes } from "../past/past.ts";
import { useFormat } from "../words/use-format.ts";
import { useWords } from "../words/words-provider.tsx";

/** As the API answers it. */
type Merge = {
  readonly merge: string;
  readonly at: string;
  readonly by: string;
  readonly changes: Changes;
  readonly others: readonly unknown[];
};

export function ContactMerges({
  of,
  fields,
}: {
  readonly of: readonly unknown[];
  readonly fields: readonly ListField[];
}) {
  const { contact: words } = useWords();
  const format = useFormat();
  const { may } = useWorkspace();
  const undo = useChange(undoMerge, {
    touches: [showContact, listContacts],
    onDone: () => void notifications.show({ message: words.mergeUndone, color: "green" }),
  });
  return (of as readonly Merge[]).map(({ merge, at, by, changes, others }) => (
    <div key={merge}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <Text size="sm" fw={550}>
            {words.merged(others.length)}
          </Text>
          <Text size="xs" c="dimmed">
            {format.ago(at)} · {words.mergedBy(by)}
          </Text>
        </div>
        {may("change_contacts") && (
          <Button variant="default" loading={undo.isPending} onClick={() => undo.mutate({ params: { id: merge } })}>
            {words.undoMerge}
          </Button>
        )}
      </Group>
      <ChangeList changes={changes} fields={fields} />
    </div>
  ));
}
