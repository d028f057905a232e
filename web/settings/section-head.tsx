/** The top of a section: its h2, what it is about in a sentence, and what can be done in it. */
import { Box, Group, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";

type Props = { readonly title: string; readonly says: string; readonly children?: ReactNode };

export function SectionHead({ title, says, children }: Props) {
  return (
    <Group justify="space-between" align="flex-start" gap="sm" mb="md">
      <Box flex="1 1 260px">
        <Title order={2}>{title}</Title>
        <Text size="sm" c="dimmed" maw={640}>
          {says}
        </Text>
      </Box>
      {children && <Group gap="xs">{children}</Group>}
    </Group>
  );
}
