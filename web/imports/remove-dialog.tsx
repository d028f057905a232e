/** Removing an import takes its ledger away, and nothing brings it back: it is asked about first. */
import { Button, Group, Modal, Text } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { listImports, removeImport } from "../api/endpoints/imports.ts";
import { listTasks } from "../api/endpoints/notifications.ts";
import { useChange } from "../api/use-answer.ts";
import { useWords } from "../words/words-provider.tsx";

type Props = { readonly id: string; readonly isOpen: boolean; readonly close: () => void };

export function RemoveDialog({ id, isOpen, close }: Props) {
  const { imports, shell } = useWords();
  const navigate = useNavigate();
  const remove = useChange(removeImport, {
    touches: [listImports, listTasks],
    onDone: () => void navigate({ to: "/imports", replace: true }),
  });
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      title={<b>{imports.removeTitle}</b>}
      closeButtonProps={{ "aria-label": shell.close }}
      transitionProps={{ duration: 0 }}
    >
      <Text size="sm">{imports.removeText}</Text>
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" onClick={close} data-autofocus>
          {imports.keep}
        </Button>
        <Button color="red" loading={remove.isPending} onClick={() => remove.mutate({ params: { id } })}>
          {imports.removeNow}
        </Button>
      </Group>
    </Modal>
  );
}
