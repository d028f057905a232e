/** The filters of a list as chips, each to be changed or taken away, and the button for another one. */
import { CloseButton, Loader, Popover, UnstyledButton } from "@mantine/core";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { Icon } from "../app/icon.tsx";
import { useWords } from "../words/words-provider.tsx";
import { type FieldFilter, filterText, needsValue, parseFilter } from "./field-filter.ts";
import classes from "./filter-chips.module.css";
import { IMPORT, type ImportName, useImportNames } from "./import-names.ts";
import type { ListField } from "./list-field.ts";

const FilterForm = lazy(() => import("./filter-form.tsx"));

type Props = {
  readonly fields: readonly ListField[];
  /** As in the address. */
  readonly filters: readonly string[];
  readonly onChange: (filters: readonly string[]) => void;
};

export function FilterChips({ fields, filters, onChange }: Props) {
  const { filters: words } = useWords();
  const byImport = filters.map(parseFilter).some((filter) => filter?.field === IMPORT);
  const imports = useImportNames(byImport);
  const replaced = (at: number, filter: FieldFilter) =>
    filters.map((text, index) => (index === at ? filterText(filter) : text));
  return (
    <>
      {filters.map((text, at) => {
        const filter = parseFilter(text);
        if (filter === null) return null;
        const said = sayFilter(filter, { fields, imports, words });
        return (
          <span key={text} className={classes.chip}>
            <FilterPopover
              fields={fields}
              began={filter}
              onApply={(next) => onChange(replaced(at, next))}
              label={words.change(said)}
            >
              {said}
            </FilterPopover>
            <CloseButton
              size="xs"
              aria-label={words.remove(said)}
              onClick={() => onChange(filters.filter((_, index) => index !== at))}
            />
          </span>
        );
      })}
      <FilterPopover
        fields={fields}
        began={null}
        onApply={(filter) => onChange([...new Set([...filters, filterText(filter)])])}
        label={words.title}
        isButton
      >
        <Icon name="filter" size={14} />
        {words.add}
      </FilterPopover>
    </>
  );
}

type PopoverProps = {
  readonly fields: readonly ListField[];
  readonly began: FieldFilter | null;
  readonly onApply: (filter: FieldFilter) => void;
  readonly label: string;
  readonly isButton?: boolean;
  readonly children: ReactNode;
};

function FilterPopover({ fields, began, onApply, label, isButton = false, children }: PopoverProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" trapFocus returnFocus shadow="md" width={280}>
      <Popover.Target>
        <UnstyledButton
          className={(isButton ? classes.add : classes.text) ?? ""}
          onClick={() => setOpen(!isOpen)}
          {...(isButton ? {} : { title: label })}
        >
          {children}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <Suspense fallback={<Loader size="xs" />}>
          <FilterForm
            fields={fields}
            began={began}
            onApply={(filter) => {
              setOpen(false);
              onApply(filter);
            }}
          />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}

type Words = ReturnType<typeof useWords>["filters"];

type Known = {
  readonly fields: readonly ListField[];
  readonly imports: readonly ImportName[];
  readonly words: Words;
};

function sayFilter({ field, condition, value }: FieldFilter, { fields, imports, words }: Known): string {
  const known = fields.find(({ key }) => key === field);
  const isYesOrNo = known?.type === "yes_no" && (value === "yes" || value === "no");
  const isImport = known === undefined && field === IMPORT;
  const file = isImport ? imports.find((one) => one.value === value)?.label : undefined;
  const shown = isYesOrNo ? words[value] : (file ?? value);
  return [known?.label ?? (isImport ? words.import : field), words[condition], needsValue(condition) ? shown : ""]
    .join(" ")
    .trim();
}
