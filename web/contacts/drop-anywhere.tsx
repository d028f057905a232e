/** A file that is dropped anywhere on the page begins an import. Fetched once the page is at rest. */
import "@mantine/dropzone/styles.css";
import { Stack, Text } from "@mantine/core";
import { Dropzone } from "@mantine/dropzone";
import { notifications } from "@mantine/notifications";
import { useNavigate } from "@tanstack/react-router";
import { Icon } from "../app/icon.tsx";
import { useLabel } from "../app/workspace-context.ts";
import { handFile } from "../import/handed-file.ts";
import { useWords } from "../words/words-provider.tsx";

export default function DropAnywhere() {
  const { contacts } = useWords();
  const label = useLabel();
  const navigate = useNavigate();
  const take = (files: readonly File[]): void => {
    const [file] = files;
    if (file === undefined) return;
    handFile(file);
    void navigate({ to: "/import" });
  };
  return (
    <Dropzone.FullScreen
      active
      onDrop={take}
      onReject={() =>
        notifications.show({ title: contacts.tooManyFiles, message: contacts.tooManyFilesFix, color: "red" })
      }
      maxFiles={1}
    >
      <Stack align="center" justify="center" mih="80dvh" gap="xs">
        <Icon name="imports" size={40} />
        <Text size="xl" fw={600}>
          {label("dropZone", contacts.dropZone)}
        </Text>
        <Text c="dimmed">{contacts.dropHint}</Text>
      </Stack>
    </Dropzone.FullScreen>
  );
}
