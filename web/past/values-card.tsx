/** The values of a contact, account or opportunity, each with the place in the file that it came from (C-X6). */
import { Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import type { ListField } from "../list/list-field.ts";
import { FieldValue } from "../values/field-value.tsx";
import { useWords } from "../words/words-provider.tsx";
import { OriginMark } from "./origin-mark.tsx";
import classes from "./past.module.css";
import { historyOf, KEPT, originOf } from "./past.ts";

type Thing = Readonly<Record<string, unknown>> & {
  readonly kept: Readonly<Record<string, unknown>>;
  readonly origins: Readonly<Record<string, unknown>>;
  readonly history: readonly unknown[];
};

/** One row of it. */
export type ShownValue = {
  /** `kept:NAME` for custom data. */
  readonly key: string;
  readonly label: string;
  readonly type: ListField["type"] | null;
  readonly value: unknown;
};

type Props = {
  readonly of: Thing;
  readonly fields: readonly ListField[];
  /** How a value stands there; unsaid, as text. */
  readonly shownAs?: (value: ShownValue) => ReactNode;
  /** What stands behind the values. */
  readonly after?: ReactNode;
};

const asText = ({ type, value }: ShownValue): ReactNode => <FieldValue type={type} value={value} isLinked />;

export function ValuesCard({ of, fields, shownAs = asText, after }: Props) {
  const { contact } = useWords();
  const files = new Map(historyOf(of).map((event) => [event.import, event.file]));
  const shown = fields.filter(({ key, type }) => type !== "id" && of[key] !== undefined && of[key] !== null);
  const kept = Object.entries(of.kept);
  const row = (key: string, label: string, value: unknown, type: ListField["type"] | null) => {
    const origin = originOf(of, key);
    const file = origin && "import" in origin ? (files.get(origin.import) ?? null) : null;
    return (
      <div key={key} className={classes.row}>
        <dt className={classes.label}>{label}</dt>
        <dd className={classes.value}>{shownAs({ key, label, type, value })}</dd>
        <dd className={classes.origin}>
          <OriginMark label={label} origin={origin} file={file} />
        </dd>
      </div>
    );
  };
  return (
    <section aria-label={contact.values} className={classes.card}>
      <dl className={classes.values}>{shown.map(({ key, label, type }) => row(key, label, of[key], type))}</dl>
      {after}
      {kept.length > 0 && (
        <>
          <Title order={2} className={classes.part ?? ""}>
            {contact.kept}
          </Title>
          <dl className={classes.values}>{kept.map(([name, value]) => row(KEPT + name, name, value, null))}</dl>
        </>
      )}
      {shown.length === 0 && kept.length === 0 && <Text c="dimmed">{contact.untitled}</Text>}
    </section>
  );
}
