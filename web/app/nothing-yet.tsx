/** An empty page or list: what would stand here, and the step that brings it. */
import { Group, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";
import classes from "./nothing-yet.module.css";

type Props = {
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
  /** There is nothing else on the page: its landmark and its h1 are here. */
  readonly isPage?: boolean;
  /** Buttons. */
  readonly children?: ReactNode;
};

export function NothingYet({ icon, title, text, isPage = false, children }: Props) {
  return (
    <Stack component={isPage ? "main" : "div"} align="center" justify="center" gap="xs" className={classes.page ?? ""}>
      <span className={classes.icon}>
        <Icon name={icon} size={24} />
      </span>
      <Title order={isPage ? 1 : 2}>{title}</Title>
      <Text c="dimmed" size="sm" ta="center" maw={440}>
        {text}
      </Text>
      {children && <Group mt="sm">{children}</Group>}
    </Stack>
  );
}
