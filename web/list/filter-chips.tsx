/** The filters of a list as chips, each to be changed or taken away, and the button for another one. */
import { CloseButton, UnstyledButton } from "@mantine/core";
import { lazy, type ReactNode } from "react";
import { Icon } from "../app/icon.tsx";
import { Opener } from "../app/opener.tsx";
import { fetched } from "../words/spoken-words.ts";
import { useWords } from "../words/words-provider.tsx";
import { type FieldFilter, filterText, needsValue, parseFilter } from "./field-filter.ts";
import classes from "./filter-chips.module.css";
import { IMPORT, type ImportName, useImportNames } from "./import-names.ts";
import type { ListField } from "./list-field.ts";

const FilterPopover = lazy(fetched(() => import("./filter-popover.tsx")));

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
            <FilterOpener
              fields={fields}
              began={filter}
              onApply={(next) => onChange(replaced(at, next))}
              label={words.change(said)}
            >
              {said}
            </FilterOpener>
            <CloseButton
              size="xs"
              aria-label={words.remove(said)}
              onClick={() => onChange(filters.filter((_, index) => index !== at))}
            />
          </span>
        );
      })}
      <FilterOpener
        fields={fields}
        began={null}
        onApply={(filter) => onChange([...new Set([...filters, filterText(filter)])])}
        label={words.title}
        isButton
      >
        <Icon name="filter" size={14} />
        {words.add}
      </FilterOpener>
    </>
  );
}

type FilterProps = {
  readonly fields: readonly ListField[];
  readonly began: FieldFilter | null;
  readonly onApply: (filter: FieldFilter) => void;
  readonly label: string;
  readonly isButton?: boolean;
  readonly children: ReactNode;
};

function FilterOpener({ fields, began, onApply, label, isButton = false, children }: FilterProps) {
  return (
    <Opener
      opens="dialog"
      opened={(opening) => <FilterPopover {...{ fields, began, onApply }} opening={opening} />}
      button={(props) => (
        <UnstyledButton
          className={(isButton ? classes.add : classes.text) ?? ""}
          {...(isButton ? {} : { title: label })}
          {...props}
        >
          {children}
        </UnstyledButton>
      )}
    />
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
