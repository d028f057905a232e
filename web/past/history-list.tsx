/** What happened to a contact or account, newest first: which line of which file changed what, before and after (C-Q3). */
import { Anchor, Text, Timeline, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { ListField } from "../list/list-field.ts";
import { FieldValue } from "../values/field-value.tsx";
import { useFormat } from "../words/use-format.ts";
import { useWords } from "../words/words-provider.tsx";
import classes from "./past.module.css";
import { type Changes, type Happened, KEPT } from "./past.ts";

type Props = {
  readonly history: readonly Happened[];
  readonly fields: readonly ListField[];
  /** Of the objects that it speaks of by id. */
  readonly before?: ReactNode;
};

export function HistoryList({ history, fields, before }: Props) {
  const { contact } = useWords();
  const format = useFormat();
  return (
    <section aria-label={contact.history} className={classes.history}>
      <Title order={2} size="sm" mb="sm">
        {contact.history}
      </Title>
      {before}
      <Timeline bulletSize={12} lineWidth={1} active={-1}>
        {history.map(({ kind, import: id, file, line, workflow, at, changes }, index) => (
          <Timeline.Item
            // biome-ignore lint/suspicious/noArrayIndexKey: one line can do the same twice, and the order stands
            key={`${kind} ${id} ${line} ${index}`}
            title={
              <Text size="sm" fw={550} component="span">
                {workflow === undefined ? (contact.kinds[kind] ?? kind) : contact.byWorkflow(workflow)}
              </Text>
            }
          >
            <Text size="xs" c="dimmed">
              <Anchor component={Link} to={`/imports/${id}`} inherit underline="always">
                {file ?? contact.openImport}
              </Anchor>
              {line !== null && ` · ${contact.inLine(format.number(line))}`}
              {at !== null && (
                <>
                  {" · "}
                  <time dateTime={at} title={format.moment(at)}>
                    {format.ago(at)}
                  </time>
                </>
              )}
            </Text>
            <ChangeList changes={changes} fields={fields} />
          </Timeline.Item>
        ))}
      </Timeline>
    </section>
  );
}

export function ChangeList({ changes, fields }: { readonly changes: Changes; readonly fields: readonly ListField[] }) {
  const { contact } = useWords();
  const byKey = new Map(fields.map((field) => [field.key, field]));
  const isNothing = (value: unknown): boolean => value === null || value === undefined || value === "";
  const shown = (key: string, value: unknown): ReactNode =>
    isNothing(value) ? (
      <span className={classes.nothing}>{contact.nothing}</span>
    ) : (
      <FieldValue type={byKey.get(key)?.type ?? null} value={value} />
    );
  const entries = Object.entries(changes);
  if (entries.length === 0) return null;
  return (
    <ul className={classes.changes}>
      {entries.map(([key, [former, now]]) => (
        <li key={key}>
          <span className={classes.changed}>{byKey.get(key)?.label ?? key.replace(KEPT, "")}</span>
          <span className={(isNothing(former) ? undefined : classes.former) ?? ""}>{shown(key, former)}</span>
          <span aria-hidden="true"> → </span>
          <span>{shown(key, now)}</span>
        </li>
      ))}
    </ul>
  );
}
