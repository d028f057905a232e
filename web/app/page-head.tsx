/** The top of a page: its one h1, what it counts, and what can be done on it. */
import { Group, Text, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import classes from "./page-head.module.css";

type Props = {
  readonly title: string;
  /** Beside the title, in grey: a count, a state. */
  readonly note?: ReactNode;
  /** The list that it is one of. */
  readonly back?: { readonly to: "/contacts" | "/accounts" | "/opportunities" | "/imports"; readonly label: string };
  /** Buttons at the right. */
  readonly children?: ReactNode;
};

export function PageHead({ title, note, back, children }: Props) {
  useDocumentTitle(`${title} · Muster`);
  return (
    <div className={classes.head}>
      <div className={classes.name}>
        {back && (
          <Link to={back.to} className={classes.back}>
            <Icon name="left" size={14} />
            {back.label}
          </Link>
        )}
        <Title order={1} className={classes.title ?? ""}>
          {title}
        </Title>
        {note !== undefined && (
          <Text component="span" size="sm" c="dimmed" className={classes.note ?? ""}>
            {note}
          </Text>
        )}
      </div>
      {children && (
        <Group gap="xs" className={classes.actions ?? ""}>
          {children}
        </Group>
      )}
    </div>
  );
}
