/** One filter: field, condition, value; values that are known are offered. */
import { Autocomplete, Button, Select, Stack } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { listTags } from "../api/endpoints/fields.ts";
import { listMembers } from "../api/endpoints/workspaces.ts";
import { useAnswer } from "../api/use-answer.ts";
import { useWords } from "../words/words-provider.tsx";
import { CONDITIONS, type Condition, type FieldFilter, needsValue } from "./field-filter.ts";
import { IMPORT, useImportNames } from "./import-names.ts";
import type { ListField } from "./list-field.ts";

type Props = {
  readonly fields: readonly ListField[];
  readonly began: FieldFilter | null;
  readonly onApply: (filter: FieldFilter) => void;
};

const MOST_SUGGESTED = 50;
const IMPORT_CONDITIONS = ["is", "isNot"] as const satisfies readonly Condition[];

export function FilterForm({ fields, began, onApply }: Props) {
  const { filters } = useWords();
  const [field, setField] = useState(began?.field ?? null);
  const [condition, setCondition] = useState<Condition>(began?.condition ?? "is");
  const [value, setValue] = useState(began?.value ?? "");
  const known = fields.find(({ key }) => key === field);
  const suggested = useSuggested(known);
  const isImport = field === IMPORT && known === undefined;
  const imports = useImportNames(isImport);
  const hasImports = fields.every(({ key }) => key !== IMPORT);
  const isWhole = field !== null && (!needsValue(condition) || value.trim() !== "");
  const apply = (event: FormEvent): void => {
    event.preventDefault();
    if (field !== null && isWhole) onApply({ field, condition, value: needsValue(condition) ? value.trim() : "" });
  };
  // The id of a contact is what it is found by, not filtered by.
  const choices = fields.filter(({ type }) => type !== "id").map(({ key, label }) => ({ value: key, label }));
  const conditions = isImport ? IMPORT_CONDITIONS : CONDITIONS;
  const inPopover = { withinPortal: false } as const;
  return (
    <form onSubmit={apply}>
      <Stack gap="xs">
        <Select
          label={filters.field}
          data={hasImports ? [...choices, { value: IMPORT, label: filters.import }] : choices}
          value={field}
          onChange={(next) => {
            setField(next);
            setValue("");
            if (next === IMPORT) setCondition("is");
          }}
          searchable
          data-autofocus={began === null || undefined}
          comboboxProps={inPopover}
          maxDropdownHeight={240}
        />
        <Select
          label={filters.operator}
          data={conditions.map((one) => ({ value: one, label: filters[one] }))}
          value={condition}
          onChange={(next) => setCondition(CONDITIONS.find((one) => one === next) ?? "is")}
          allowDeselect={false}
          comboboxProps={inPopover}
        />
        {isImport && (
          <Select
            label={filters.value}
            data={imports}
            value={value === "" ? null : value}
            onChange={(next) => setValue(next ?? "")}
            searchable
            comboboxProps={inPopover}
            maxDropdownHeight={200}
          />
        )}
        {needsValue(condition) && !isImport && (
          <Autocomplete
            size="xs"
            label={filters.value}
            data={suggested}
            limit={MOST_SUGGESTED}
            value={value}
            onChange={setValue}
            data-autofocus={began !== null || undefined}
            comboboxProps={inPopover}
          />
        )}
        <Button type="submit" disabled={!isWhole}>
          {filters.apply}
        </Button>
      </Stack>
    </form>
  );
}

/** Options of the field, the workspace's tags or members, yes and no. */
function useSuggested(field: ListField | undefined): string[] {
  const isTags = field?.type === "tags";
  const isPerson = field?.type === "owner" || field?.type === "owner_list" || field?.type === "manager_list";
  const tags = useAnswer(listTags, {}, { enabled: isTags });
  const members = useAnswer(listMembers, {}, { enabled: isPerson });
  if (isTags) return tags.data?.items.map(({ tag }) => tag) ?? [];
  if (isPerson) return members.data?.items.map(({ email }) => email) ?? [];
  if (field?.type === "yes_no") return ["yes", "no"];
  return [...(field?.options ?? [])];
}
