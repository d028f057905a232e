/** The different values of a column with how often they stand in it, and what becomes of each. */
import { Alert, Button, Group, Loader, ScrollArea, Stack, Table, Text } from "@mantine/core";
import { useState } from "react";
import { shownInstead, type ValueMap, withValue } from "../../../src/core/contact/value-map.ts";
import { Dialog } from "../../app/dialog.tsx";
import { Icon } from "../../app/icon.tsx";
import { RefusalNotice } from "../../app/refusal-notice.tsx";
import { useFormat } from "../../words/use-format.ts";
import { useWords } from "../../words/words-provider.tsx";
import type { Field } from "./field-select.tsx";
import { useValueChoices, type ValueChoices } from "./use-value-choices.ts";
import { type ColumnValue, useValues, type ValuesFrom } from "./use-values.ts";
import { ValueSelect } from "./value-select.tsx";
import classes from "./values-dialog.module.css";

type Props = {
  readonly from: ValuesFrom;
  /** From 0. */
  readonly column: number;
  readonly header: string;
  readonly field: Field;
  readonly values: ValueMap;
  readonly close: () => void;
  readonly set: (values: ValueMap) => void;
};

export function ValuesDialog({ from, column, header, field, values, close, set }: Props) {
  const { importColumns } = useWords();
  const found = useValues(from, column, field.key);
  const choices = useValueChoices(field);
  const [wanted, setWanted] = useState(values);
  return (
    <Dialog onClose={close} size="xl" title={importColumns.valuesTitle(header, field.label)}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {importColumns.valuesSay}
        </Text>
        {found.error && <RefusalNotice error={found.error} />}
        {found.isPending && !found.error && <Loader size="sm" aria-label={importColumns.counting} />}
        {found.data && <ValueTable found={found.data} choices={choices} wanted={wanted} want={setWanted} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close}>
            {importColumns.cancel}
          </Button>
          <Button
            onClick={() => {
              set(wanted);
              close();
            }}
          >
            {importColumns.useValues}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

type TableProps = {
  readonly found: NonNullable<ReturnType<typeof useValues>["data"]>;
  readonly choices: ValueChoices;
  readonly wanted: ValueMap;
  readonly want: (values: ValueMap) => void;
};

function ValueTable({ found, choices, wanted, want }: TableProps) {
  const { importColumns } = useWords();
  const { number } = useFormat();
  // What is read in part only is not what a map may name.
  const cellOf = ({ value, problem, becomes, items }: ColumnValue) => ({
    raw: value,
    reading: problem === null ? becomes : null,
    items,
  });
  const wantedOf = (one: ColumnValue): string | undefined => shownInstead(wanted, cellOf(one));
  const change = (one: ColumnValue, text: string | undefined): void => want(withValue(wanted, cellOf(one), text));
  const isUnread = (one: ColumnValue): boolean =>
    one.problem !== null && one.becomes === null && wantedOf(one) === undefined;
  const unread = found.values.filter(isUnread).length;
  // What needs somebody stands first; it stays there when it was seen to.
  const values = found.values.toSorted((a, b) => Number(b.problem !== null) - Number(a.problem !== null));
  if (values.length === 0) return <Text size="sm">{importColumns.noValuesAtAll}</Text>;
  return (
    <>
      {unread > 0 && (
        <Alert color="yellow" variant="light" icon={<Icon name="warning" />} p="xs">
          {importColumns.unread(unread, number(unread))}
        </Alert>
      )}
      <ScrollArea.Autosize mah="50vh" type="auto" viewportProps={{ tabIndex: 0 }}>
        <Table stickyHeader role="table" className={classes.table ?? ""}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{importColumns.valueInFile}</Table.Th>
              <Table.Th scope="col" className={classes.count ?? ""}>
                {importColumns.lines}
              </Table.Th>
              <Table.Th scope="col">{importColumns.becomes}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody role="rowgroup" className={classes.rows ?? ""}>
            {values.map((one) => (
              <Table.Tr key={one.value} role="row" className={classes.row ?? ""}>
                <Table.Th scope="row" role="rowheader" className={classes.value ?? ""}>
                  {one.value}
                  {isUnread(one) && (
                    <Text component="div" size="xs" className={classes.problem ?? ""}>
                      {one.problem?.message}
                    </Text>
                  )}
                </Table.Th>
                <Table.Td role="cell" className={classes.count ?? ""}>
                  {number(one.count)}
                </Table.Td>
                <Table.Td role="cell" className={classes.becomes ?? ""}>
                  <ValueSelect
                    label={importColumns.becomesOf(one.value)}
                    becomes={shownAs(one.becomes, choices)}
                    wanted={wantedOf(one)}
                    choices={choices}
                    want={(text) => change(one, text)}
                  />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea.Autosize>
      {found.more > 0 && <Text size="xs">{importColumns.moreValues(number(found.more))}</Text>}
      {!found.isWhole && <Text size="xs">{importColumns.countedIn(number(found.rows))}</Text>}
    </>
  );
}

/** A country by its name, not by its code. */
const shownAs = (becomes: string | null, { choices }: ValueChoices): string | null =>
  choices.find(({ value }) => value === becomes)?.label ?? becomes;
