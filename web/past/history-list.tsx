/** What happened to a contact, account or opportunity, newest first: which line of which file changed what, before and after (C-Q3). */
import { Anchor, Text, Timeline, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { ListField } from "../list/list-field.ts";
import { FieldValue } from "../values/field-value.tsx";
import { useFormat } from "../words/use-format.ts";
import { useWords } from "../words/words-provider.tsx";
import classes from "./past.module.css";
import { type BulkEvent, type Changes, type Happened, inTime, isByHand, KEPT } from "./past.ts";

type Props = {
  readonly history: readonly Happened[];
  readonly fields: readonly ListField[];
  /** How a value stands there; null or unsaid, by the type of its field. */
  readonly shownAs?: ShownAs;
  /** Newest first. */
  readonly bulkChanges?: readonly BulkEvent[];
  /** Of the objects that it speaks of by id. */
  readonly before?: ReactNode;
};

type ShownAs = (key: string, value: unknown) => ReactNode;

const NONE: readonly BulkEvent[] = [];

export function HistoryList({ history, fields, shownAs, bulkChanges = NONE, before }: Props) {
  const { contact, hand } = useWords();
  return (
    <section aria-label={contact.history} className={classes.history}>
      <Title order={2} size="sm" mb="sm">
        {contact.history}
      </Title>
      {before}
      <Timeline bulletSize={12} lineWidth={1} active={-1}>
        {inTime(history, bulkChanges).map((event, index) =>
          "bulkChange" in event ? (
            <Timeline.Item
              key={event.bulkChange}
              title={<What>{hand.in[event.do] ?? contact.inBulk[event.do] ?? event.do}</What>}
            >
              <BulkFacts of={event} />
              <ChangeList changes={event.changes} fields={fields} />
            </Timeline.Item>
          ) : (
            <Timeline.Item
              // biome-ignore lint/suspicious/noArrayIndexKey: one line can do the same twice, and the order stands
              key={`${event.kind} ${event.import} ${event.line} ${index}`}
              title={
                <What>
                  {event.workflow === undefined
                    ? (contact.kinds[event.kind] ?? event.kind)
                    : contact.byWorkflow(event.workflow)}
                </What>
              }
            >
              <FileFacts of={event} />
              <ChangeList changes={event.changes} fields={fields} {...(shownAs && { shownAs })} />
            </Timeline.Item>
          ),
        )}
      </Timeline>
    </section>
  );
}

const What = ({ children }: { readonly children: ReactNode }) => (
  <Text size="sm" fw={550} component="span">
    {children}
  </Text>
);

function FileFacts({ of: { import: id, file, line, at } }: { readonly of: Happened }) {
  const { contact } = useWords();
  const format = useFormat();
  return (
    <Text size="xs" c="dimmed">
      <Anchor component={Link} to={`/imports/${id}`} inherit underline="always">
        {file ?? contact.openImport}
      </Anchor>
      {line !== null && ` · ${contact.inLine(format.number(line))}`}
      {at !== null && (
        <>
          {" · "}
          <When at={at} />
        </>
      )}
    </Text>
  );
}

function BulkFacts({ of }: { readonly of: BulkEvent }) {
  const { bulk } = useWords();
  const format = useFormat();
  const { by, at, undone } = of;
  return (
    <Text size="xs" c="dimmed">
      {isByHand(of) ? (
        by
      ) : (
        <Anchor component={Link} to="/contacts/changes" inherit underline="always">
          {bulk.byHand(by)}
        </Anchor>
      )}
      {" · "}
      <When at={at} />
      {undone !== null && ` · ${bulk.takenBack(undone.by, format.ago(undone.at))}`}
    </Text>
  );
}

function When({ at }: { readonly at: string }) {
  const format = useFormat();
  return (
    <time dateTime={at} title={format.moment(at)}>
      {format.ago(at)}
    </time>
  );
}

const ACCOUNT_LINK = "account";

type ChangesProps = Pick<Props, "fields" | "shownAs"> & { readonly changes: Changes };

export function ChangeList({ changes, fields, shownAs }: ChangesProps) {
  const { contact } = useWords();
  const byKey = new Map(fields.map((field) => [field.key, field]));
  const isNothing = (value: unknown): boolean => value === null || value === undefined || value === "";
  const shown = (key: string, value: unknown): ReactNode =>
    isNothing(value) ? (
      <span className={classes.nothing}>{contact.nothing}</span>
    ) : (
      (shownAs?.(key, value) ?? <FieldValue type={byKey.get(key)?.type ?? null} value={value} />)
    );
  // Which account a contact belongs to stands there by the account's name and id.
  const entries = Object.entries(changes).filter(([key]) => key !== ACCOUNT_LINK);
  if (entries.length === 0) return null;
  return (
    <ul className={classes.changes}>
      {entries.map(([key, [former, now]]) => (
        <li key={key}>
          <span className={classes.changed}>{byKey.get(key)?.label ?? key.replace(KEPT, "")}</span>{" "}
          <span className={(isNothing(former) ? undefined : classes.former) ?? ""}>{shown(key, former)}</span>
          <span aria-hidden="true"> → </span>
          <span>{shown(key, now)}</span>
        </li>
      ))}
    </ul>
  );
}
