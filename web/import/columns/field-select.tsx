/** Where a column goes: a field, custom data, nowhere, or a new field. */
import { Badge, Group, Select, Text } from "@mantine/core";
import { useWorkspace } from "../../app/workspace-context.ts";
import { useWords } from "../../words/words-provider.tsx";
import { KEEP, LEAVE_OUT } from "./file-column.ts";

export type Field = {
  readonly key: string;
  readonly label: string;
  readonly builtin: boolean;
  readonly type: string;
  readonly options: readonly string[];
};

type Props = {
  readonly label: string;
  readonly fields: readonly Field[];
  readonly value: string;
  /** By field, the header of the column that goes to it. */
  readonly taken: ReadonlyMap<string, string>;
  readonly required: ReadonlySet<string>;
  readonly mayKeep: boolean;
  readonly mayMake: boolean;
  readonly onChange: (target: string) => void;
  readonly makeField: () => void;
};

/** Values that no field's key can be. */
const OUT = " out";
const NEW = " new";

export function FieldSelect(props: Props) {
  const { label, fields, value, taken, required, mayKeep, mayMake, onChange, makeField } = props;
  const { importColumns, importFile } = useWords();
  const { may } = useWorkspace();
  const optionOf = ({ key, label }: Field) => ({ value: key, label });
  const otherwise = [
    ...(mayKeep ? [{ value: KEEP, label: importColumns.keep }] : []),
    { value: OUT, label: importColumns.leaveOut },
    ...(mayMake && may("change_fields") ? [{ value: NEW, label: importColumns.newField }] : []),
  ];
  const own = fields.filter(({ builtin }) => !builtin);
  // What is not known here yet, such as a field of the other object of the line, stands under its own name.
  const isKnown = value === KEEP || value === LEAVE_OUT || fields.some(({ key }) => key === value);
  const data = [
    { group: importColumns.otherwise, items: otherwise },
    ...(isKnown ? [] : [{ group: importColumns.fields, items: [{ value, label: value }] }]),
    ...(own.length > 0 ? [{ group: importColumns.ownFields, items: own.map(optionOf) }] : []),
    { group: importColumns.fields, items: fields.filter(({ builtin }) => builtin).map(optionOf) },
  ];
  return (
    <Select
      aria-label={label}
      size="sm"
      searchable
      selectFirstOptionOnChange
      allowDeselect={false}
      maxDropdownHeight={340}
      nothingFoundMessage={importColumns.noSuchField}
      data={data.filter(({ items }) => items.length > 0)}
      value={value === LEAVE_OUT ? OUT : value}
      onChange={(chosen) => {
        if (chosen === NEW) makeField();
        else if (chosen !== null) onChange(chosen === OUT ? LEAVE_OUT : chosen);
      }}
      renderOption={({ option }) => (
        <Group gap={6} wrap="nowrap" justify="space-between" flex={1}>
          <span>{option.label}</span>
          <Group gap={6} wrap="nowrap">
            {taken.has(option.value) && option.value !== KEEP && option.value !== value && (
              <Text span size="xs" c="dimmed" truncate maw={110}>
                {taken.get(option.value)}
              </Text>
            )}
            {required.has(option.value) && <Badge size="sm">{importFile.required}</Badge>}
          </Group>
        </Group>
      )}
    />
  );
}
