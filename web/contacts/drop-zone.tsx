/** The drop zone that lies over the page while a file is dragged. */
import "@mantine/dropzone/styles.css";
import { Portal, Stack, Text } from "@mantine/core";
import { Dropzone } from "@mantine/dropzone";
import { Icon } from "../app/icon.tsx";
import { useLabel } from "../app/workspace-context.ts";
import { useWords } from "../words/words-provider.tsx";
import classes from "./contacts-page.module.css";

export default function DropZone({ onDrop }: { readonly onDrop: (files: readonly File[]) => void }) {
  const { contacts } = useWords();
  const label = useLabel();
  return (
    <Portal>
      <div className={classes.drop}>
        <Dropzone onDrop={onDrop} activateOnClick={false} className={classes.zone ?? ""}>
          <Stack align="center" justify="center" h="100%" gap="xs">
            <Icon name="imports" size={40} />
            <Text size="xl" fw={600}>
              {label("dropZone", contacts.dropZone)}
            </Text>
            <Text c="dimmed">{contacts.dropHint}</Text>
          </Stack>
        </Dropzone>
      </div>
    </Portal>
  );
}
