/** A dialog with a form: its fields, what was refused, and the one button that does it. */
import { Alert, Button, Group, Stack } from "@mantine/core";
import type { FormEvent, ReactNode } from "react";
import { Dialog } from "../app/dialog.tsx";
import { Icon } from "../app/icon.tsx";
import { toldOf } from "../app/query-client.ts";
import { useWords } from "../words/words-provider.tsx";

type Props = {
  readonly title: string;
  /** What the button says. */
  readonly action: string;
  readonly close: () => void;
  readonly submit: () => void;
  readonly isBusy: boolean;
  readonly error: unknown;
  /** It cannot be taken back. */
  readonly isGrave?: boolean;
  readonly children: ReactNode;
};

export function FormDialog({ title, action, close, submit, isBusy, error, isGrave = false, children }: Props) {
  const { settings, shell } = useWords();
  const told = error ? toldOf(error, shell) : null;
  const send = (event: FormEvent): void => {
    event.preventDefault();
    submit();
  };
  return (
    <Dialog onClose={close} title={title}>
      <form onSubmit={send}>
        <Stack gap="sm">
          {children}
          {told && (
            <Alert color="red" icon={<Icon name="warning" />} title={told.message} role="alert">
              {told.fix}
            </Alert>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              {settings.cancel}
            </Button>
            <Button type="submit" loading={isBusy} {...(isGrave ? { color: "red.8" } : {})}>
              {action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
