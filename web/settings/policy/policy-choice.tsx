/** The choice inside a sentence of the policy, by the kind of value: a list to choose from, several of one, a text. */

import { MultiSelect, NativeSelect } from "@mantine/core";
import { listFields } from "../../api/endpoints/fields.ts";
import { listWorkflows } from "../../api/endpoints/workflows.ts";
import { useAnswer } from "../../api/use-answer.ts";
import type { ChoiceProps } from "./choice-props.ts";
import { ChosenText } from "./chosen-text.tsx";
import { FieldSets } from "./field-sets.tsx";
import classes from "./policy.module.css";
import type { PolicyEntry } from "./policy-entry.ts";
import { parted } from "./use-value-words.ts";

export function PolicyChoice(props: ChoiceProps) {
  switch (props.entry.kind) {
    case "yes_no":
    case "choice":
    case "country":
      return <OneOf {...props} options={withNone(props.entry)} />;
    case "choices":
    case "separators":
      return <SeveralOf {...props} options={props.entry.options} />;
    case "fields":
      return <Fields {...props} />;
    case "field_sets":
      return <FieldSets {...props} />;
    case "text":
      return props.entry.key === "defaultWorkflow" ? <Workflows {...props} /> : <ChosenText {...props} />;
    default:
      return <ChosenText {...props} />;
  }
}

type Options = { readonly options: readonly string[] };

function OneOf({ entry, text, words, labelledBy, choose, options }: ChoiceProps & Options) {
  const known = options.includes(text) ? options : [...options, text];
  const data = known.map((value) => ({ value, label: words.item(entry, value) }));
  return (
    <NativeSelect
      className={classes.one ?? ""}
      size="xs"
      aria-labelledby={labelledBy}
      value={text}
      onChange={({ currentTarget }) => choose(currentTarget.value)}
      data={entry.kind === "country" ? data.sort((a, b) => byName(a, b, entry.none)) : data}
    />
  );
}

type Named = { readonly value: string; readonly label: string };

const byName = (a: Named, b: Named, first: string | null): number =>
  Number(b.value === first) - Number(a.value === first) || a.label.localeCompare(b.label);

function SeveralOf({ entry, text, words, labelledBy, choose, options }: ChoiceProps & Options) {
  const chosen = text === entry.none || text === "" ? [] : parted(text, ",");
  const known = [...options, ...chosen.filter((one) => !options.includes(one))];
  return (
    <MultiSelect
      className={classes.several ?? ""}
      size="xs"
      aria-labelledby={labelledBy}
      value={[...chosen]}
      data={known.map((value) => ({ value, label: words.item(entry, value) }))}
      placeholder={chosen.length === 0 && entry.none !== null ? words.item(entry, entry.none) : ""}
      onChange={(values) => {
        // Where there must be one, the last one stays.
        if (values.length > 0) choose(values.join(","));
        else if (entry.none !== null) choose(entry.none);
      }}
      hidePickedOptions
      searchable={known.length > 8}
    />
  );
}

function Fields(props: ChoiceProps) {
  const { data } = useAnswer(listFields, {});
  return <SeveralOf {...props} options={data?.items.filter(({ type }) => type !== "id").map(({ key }) => key) ?? []} />;
}

function Workflows(props: ChoiceProps) {
  const { data } = useAnswer(listWorkflows, {});
  return <OneOf {...props} options={["none", ...(data?.items.map(({ name }) => name) ?? [])]} />;
}

const withNone = ({ options, none }: PolicyEntry): readonly string[] =>
  none === null || options.includes(none) ? options : [none, ...options];
