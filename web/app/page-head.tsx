/** The top of a page: its one h1, what it counts, and what can be done on it. */
import { Group, Text, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import type { ReactNode } from "react";
import classes from "./page-head.module.css";

type Props = {
  readonly title: string;
  /** Beside the title, in grey: a count, a state. */
  readonly note?: ReactNode;
  /** Buttons at the right. */
  readonly children?: ReactNode;
};

export function PageHead({ title, note, children }: Props) {
  useDocumentTitle(`${title} · Muster`);
  return (
    <div className={classes.head}>
      <Group gap="xs" align="baseline" wrap="nowrap" miw={0}>
        <Title order={1} className={classes.title ?? ""}>
          {title}
        </Title>
        {note !== undefined && (
          <Text component="span" size="sm" c="dimmed" className={classes.note ?? ""}>
            {note}
          </Text>
        )}
      </Group>
      {children && (
        <Group gap="xs" wrap="nowrap">
          {children}
        </Group>
      )}
    </div>
  );
}
