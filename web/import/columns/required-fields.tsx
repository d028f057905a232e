/** What a line must have, which of it the file has, and what becomes of the rest: in two lines above the columns. */
import { Badge, Group, Text } from "@mantine/core";
import type { ImportMode, Policy } from "../../../src/core/policy/policy.ts";
import { requiredToCreate, satisfiedBy } from "../../../src/core/policy/required-to-create.ts";
import { Icon } from "../../app/icon.tsx";
import { useFormat } from "../../words/use-format.ts";
import { useWords } from "../../words/words-provider.tsx";
import type { Field } from "./field-select.tsx";
import { type FileColumn, KEEP, LEAVE_OUT } from "./file-column.ts";
import classes from "./required-fields.module.css";

type Props = {
  readonly columns: readonly FileColumn[];
  readonly fields: readonly Field[];
  readonly policy: Policy;
  readonly mode: ImportMode;
  readonly object: string;
};

export function RequiredFields({ columns, fields, policy, mode, object }: Props) {
  const { importColumns, importFile } = useWords();
  const { number } = useFormat();
  const targets = new Set(columns.map(({ target }) => target));
  const labels = new Map(fields.map(({ key, label }) => [key, label]));
  const kept = columns.filter(({ target }) => target === KEEP).length;
  const out = columns.filter(({ target }) => target === LEAVE_OUT).length;
  const isThere = (key: string): boolean => satisfiedBy(key).some((other) => targets.has(other));
  const ways = object !== "contacts" || mode === "update" ? [] : requiredToCreate(policy);
  return (
    <Group gap="xs">
      {ways.length > 0 && (
        <Text size="sm" component="span">
          {importFile.required}:
        </Text>
      )}
      {ways.map((way, index) => {
        const has = way.every(isThere);
        return (
          <Group key={way.join()} gap={6} wrap="nowrap">
            {index > 0 && (
              <Text size="xs" c="dimmed" component="span">
                {importColumns.or}
              </Text>
            )}
            <Badge
              size="lg"
              color={has ? "green" : "gray"}
              className={classes[has ? "there" : "missing"] ?? ""}
              leftSection={<Icon name={has ? "check" : "cross"} size={12} />}
            >
              {way.map((key) => labels.get(key) ?? key).join(" + ")}
              <span className={classes.said}> {has ? importColumns.there : importColumns.missing}</span>
            </Badge>
          </Group>
        );
      })}
      <Text size="sm" c="dimmed">
        {importColumns.summary({
          mapped: number(columns.length - kept - out),
          all: number(columns.length),
          kept: kept === 0 ? null : number(kept),
          out: out === 0 ? null : number(out),
        })}
      </Text>
    </Group>
  );
}
