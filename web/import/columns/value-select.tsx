/** What one value of the file becomes: what it is read as, nothing, or one of the field's own values. */
import { Select } from "@mantine/core";
import { useState } from "react";
import { useWords } from "../../words/words-provider.tsx";
import type { ValueChoices } from "./use-value-choices.ts";

type Props = {
  readonly label: string;
  /** What it is read as; null = nothing can be made of it. */
  readonly becomes: string | null;
  /** What a person wants in its place; `""` = nothing, undefined = it stays as it is read. */
  readonly wanted: string | undefined;
  readonly choices: ValueChoices;
  readonly want: (text: string | undefined) => void;
};

const AS_READ = "as";
const EMPTY = "empty";
/** In front of texts, so that none is one of the two above. */
const MARK = "=";

export function ValueSelect({ label, becomes, wanted, choices: { choices, isFree }, want }: Props) {
  const { importColumns } = useWords();
  const [search, setSearch] = useState("");
  const options = choices.map((choice) => ({ ...choice, value: MARK + choice.value }));
  const isKnown = (text: string): boolean => options.some(({ value }) => value === MARK + text);
  const typed = search.trim();
  const isOffer = isFree && typed !== "" && !options.some((option) => option.label === typed);
  const others = [
    ...(isOffer ? [{ value: MARK + typed, label: typed }] : []),
    ...(wanted && !isKnown(wanted) && wanted !== typed ? [{ value: MARK + wanted, label: wanted }] : []),
  ];
  const own = [
    { value: AS_READ, label: becomes === null ? importColumns.notRead : becomes },
    { value: EMPTY, label: importColumns.leaveEmpty },
  ];
  return (
    <Select
      aria-label={label}
      size="xs"
      searchable
      allowDeselect={false}
      selectFirstOptionOnChange
      maxDropdownHeight={280}
      nothingFoundMessage={importColumns.noSuchValue}
      data={[
        { group: importColumns.asItIs, items: own },
        { group: importColumns.otherValue, items: [...others, ...options] },
      ].filter(({ items }) => items.length > 0)}
      value={wanted === undefined ? AS_READ : wanted === "" ? EMPTY : MARK + wanted}
      {...(isFree ? { onSearchChange: setSearch } : {})}
      onChange={(chosen) => {
        if (chosen === AS_READ) want(undefined);
        else if (chosen !== null) want(chosen === EMPTY ? "" : chosen.slice(MARK.length));
      }}
    />
  );
}
