/** A section that has nothing to list yet, and the step that brings something. */
import { Stack, Text } from "@mantine/core";
import classes from "./nothing-here.module.css";

export function NothingHere({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <Stack align="center" gap={2} className={classes.box ?? ""}>
      <Text size="sm" fw={600}>
        {title}
      </Text>
      <Text size="sm" c="dimmed" ta="center" maw={440}>
        {text}
      </Text>
    </Stack>
  );
}
