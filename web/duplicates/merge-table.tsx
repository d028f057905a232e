/** The values of contacts side by side, with whose value would be kept. */
import { Radio, Table, Text } from "@mantine/core";
import { contactTitle } from "../contact/contact-title.ts";
import type { ListField } from "../list/list-field.ts";
import { FieldValue } from "../values/field-value.tsx";
import { useWords } from "../words/words-provider.tsx";
import classes from "./duplicates.module.css";

export type Side = Readonly<Record<string, unknown>> & { readonly id: string };

/** As the API answers it. */
export type MergePreview = {
  /** Before, after, of the one that is kept. */
  readonly changes: Readonly<Record<string, readonly [unknown, unknown]>>;
  readonly taken: Readonly<Record<string, string>>;
};

type Props = {
  readonly sides: readonly Side[];
  readonly fields: readonly ListField[];
  readonly kept: string;
  readonly keep: (id: string) => void;
  readonly taken: Readonly<Record<string, string>>;
  readonly take: (field: string, id: string) => void;
  /** Leaves out what is the same. */
  readonly isShort: boolean;
  readonly preview: MergePreview | undefined;
};

export function MergeTable({ sides, fields, kept, keep, taken, take, isShort, preview }: Props) {
  const { duplicates: words } = useWords();
  const rows = fields.filter(({ key, type }) => type !== "id" && sides.some((side) => isSaid(side[key])));
  const shown = rows.filter(({ key }) => !isShort || !areSame(sides, key));
  /** Whose value it will be: as was chosen, else as the merge decides by itself; null = of several. */
  const winner = (key: string): string | null => {
    const chosen = taken[key] ?? preview?.taken[key];
    if (chosen !== undefined) return chosen;
    return preview?.changes[key] === undefined ? kept : null;
  };
  return (
    <div className={classes.scroller}>
      <Table className={classes.table ?? ""} verticalSpacing={6} horizontalSpacing="md" layout="fixed">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.field}</Table.Th>
            {sides.map((side) => (
              <Table.Th key={side.id} className={(side.id === kept ? classes.taken : undefined) ?? ""}>
                <Radio
                  size="xs"
                  name="kept"
                  checked={side.id === kept}
                  onChange={() => keep(side.id)}
                  label={
                    <>
                      {contactTitle(side)}
                      {side.id === kept && (
                        <Text component="span" size="xs" c="dimmed">
                          {` · ${words.keep}`}
                        </Text>
                      )}
                    </>
                  }
                />
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map(({ key, label, type }) => (
            <Table.Tr key={key}>
              <Table.Th scope="row" fw={400} c="dimmed">
                {label}
              </Table.Th>
              {sides.map((side) => {
                const isTaken = isSaid(side[key]) && (winner(key) === side.id || winner(key) === null);
                const isChoice = isSaid(side[key]) && !Array.isArray(side[key]) && isDisputed(sides, key);
                const value = <FieldValue type={type} value={side[key]} />;
                return (
                  <Table.Td key={side.id} className={`${classes.value} ${isTaken ? classes.taken : ""}`}>
                    {isChoice ? (
                      <Radio
                        size="xs"
                        name={key}
                        aria-label={words.takeValue(label, contactTitle(side))}
                        checked={winner(key) === side.id}
                        onChange={() => take(key, side.id)}
                        label={value}
                      />
                    ) : (
                      value
                    )}
                  </Table.Td>
                );
              })}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

const isSaid = (value: unknown): boolean => value !== undefined && value !== null && value !== "";

/** Several say something, and not the same. */
const isDisputed = (sides: readonly Side[], key: string): boolean =>
  !areSame(sides, key) && sides.filter((side) => isSaid(side[key])).length > 1;

const areSame = (sides: readonly Side[], key: string): boolean =>
  sides.every((side) => JSON.stringify(side[key]) === JSON.stringify(sides[0]?.[key]));
