/** A secret that is shown this once, with a button that copies it. */
import { Button, CopyButton, Group, Stack, Text, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { Dialog } from "../app/dialog.tsx";
import { useWords } from "../words/words-provider.tsx";

type Props = {
  readonly title: string;
  readonly says: string;
  readonly secret: string;
  readonly close: () => void;
  readonly children?: ReactNode;
};

export function ShownOnce({ title, says, secret, close, children }: Props) {
  const { settings } = useWords();
  return (
    <Dialog onClose={close} title={title} closeOnClickOutside={false}>
      <Stack gap="sm">
        <Text size="sm">{says}</Text>
        <Group gap="xs" wrap="nowrap" align="center">
          <TextInput
            flex={1}
            size="sm"
            readOnly
            aria-label={title}
            value={secret}
            ff="monospace"
            onFocus={({ currentTarget }) => currentTarget.select()}
          />
          <CopyButton value={secret}>
            {({ copied, copy }) => (
              <Button size="sm" onClick={copy}>
                {copied ? settings.copied : settings.copy}
              </Button>
            )}
          </CopyButton>
        </Group>
        {children}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {settings.done}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
