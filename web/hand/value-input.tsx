/** What one value is typed or chosen with, by the type of its field. */
import { Autocomplete, NativeSelect, TagsInput, Textarea, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import type { ReactNode } from "react";
import { type FieldType, LIST_TYPES } from "../../src/core/contact/field.ts";
import { listAccounts } from "../api/endpoints/contacts.ts";
import { listTags } from "../api/endpoints/fields.ts";
import { listMembers } from "../api/endpoints/workspaces.ts";
import { useAnswer } from "../api/use-answer.ts";
import type { ListField } from "../list/list-field.ts";
import { useWords } from "../words/words-provider.tsx";
import classes from "./hand.module.css";

/** Lists as lists. */
export type Typed = string | readonly string[];

type Props = {
  readonly field: Pick<ListField, "key" | "label" | "type" | "options">;
  readonly value: Typed;
  readonly onChange: (value: Typed) => void;
  readonly error?: ReactNode;
  /** Its label stands beside it already. */
  readonly isAlone?: boolean;
  /** It is what one has come for. */
  readonly isFirst?: boolean;
};

const LONG: ReadonlySet<FieldType> = new Set(["long_text", "address"]);
const CHOICES: ReadonlySet<FieldType> = new Set(["yes_no", "single_choice", "radio"]);

const KEYBOARDS: Partial<Record<FieldType, "email" | "tel" | "url" | "decimal">> = {
  email: "email",
  phone: "tel",
  url: "url",
  linkedin_url: "url",
  number: "decimal",
  money: "decimal",
};

const MOST_SUGGESTED = 50;
const ACCOUNT = "account_name";
const ACCOUNTS_SUGGESTED = 20;
/** Milliseconds without a key before accounts are looked for. */
const TYPING_MS = 200;

export const isList = (type: FieldType): boolean => LIST_TYPES.has(type);
/** Enter is a line of its own there. */
export const isLong = (type: FieldType): boolean => LONG.has(type);

export function ValueInput({ field, value, onChange, error, isAlone = false, isFirst = isAlone }: Props) {
  const { type } = field;
  const text = typeof value === "string" ? value : value.join(", ");
  const common = {
    size: "xs",
    ...(isAlone ? { "aria-label": field.label } : { label: field.label }),
    ...(isFirst ? { autoFocus: true } : {}),
    ...(error === undefined || error === null ? {} : { error }),
    autoComplete: "off",
    classNames: { error: classes.wrong ?? "", input: error ? (classes.wrongInput ?? "") : "" },
  };
  const typed = {
    ...common,
    value: text,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => onChange(event.currentTarget.value),
  };
  if (isList(type)) return <ListInput field={field} common={common} value={value} onChange={onChange} />;
  if (CHOICES.has(type)) return <ChoiceInput field={field} common={typed} />;
  if (type === "owner") return <OwnerInput common={common} value={text} onChange={onChange} />;
  if (field.key === ACCOUNT) return <AccountInput common={common} value={text} onChange={onChange} />;
  if (LONG.has(type)) return <Textarea {...typed} autosize maxRows={10} />;
  if (type === "date") return <TextInput {...typed} type="date" />;
  const keyboard = KEYBOARDS[type];
  return <TextInput {...typed} {...(keyboard === undefined ? {} : { inputMode: keyboard })} />;
}

type Common = { readonly [name: string]: unknown };

function ChoiceInput({ field: { type, options }, common }: Pick<Props, "field"> & { readonly common: Common }) {
  const { filters } = useWords();
  const present = String(common.value ?? "");
  const known =
    type === "yes_no"
      ? (["yes", "no"] as const).map((word) => ({ value: word, label: filters[word] }))
      : options.map((option) => ({ value: option, label: option }));
  const isKnown = present === "" || known.some(({ value }) => value === present);
  const data = [{ value: "", label: "" }, ...known, ...(isKnown ? [] : [{ value: present, label: present }])];
  return <NativeSelect {...common} data={data} />;
}

type Chosen<Value> = { readonly common: Common; readonly value: Value; readonly onChange: (value: Typed) => void };

function OwnerInput({ common, value, onChange }: Chosen<string>) {
  const emails = useMembers();
  return (
    <Autocomplete {...common} data={emails} value={value} onChange={onChange} comboboxProps={{ withinPortal: false }} />
  );
}

/** Accounts that are there are offered; any other name may be typed. */
function AccountInput({ common, value, onChange }: Chosen<string>) {
  const [search] = useDebouncedValue(value.trim(), TYPING_MS);
  const found = useAnswer(listAccounts, { query: { search, limit: ACCOUNTS_SUGGESTED } }, { enabled: search !== "" });
  const names = found.data?.items.map(({ name }) => (typeof name === "string" ? name : "")) ?? [];
  return (
    <Autocomplete
      {...common}
      data={[...new Set(names.filter((name) => name !== ""))]}
      value={value}
      onChange={onChange}
      comboboxProps={{ withinPortal: false }}
    />
  );
}

function ListInput({ field, common, value, onChange }: Chosen<Typed> & Pick<Props, "field">) {
  const tags = useAnswer(listTags, {}, { enabled: field.type === "tags" }).data?.items ?? [];
  const members = useMembers(field.type === "owner_list");
  const known =
    field.type === "tags" ? tags.map(({ tag }) => tag) : field.type === "owner_list" ? members : field.options;
  const items = typeof value === "string" ? value.split(",").map((item) => item.trim()) : value;
  return (
    <TagsInput
      {...common}
      data={[...known]}
      limit={MOST_SUGGESTED}
      value={items.filter(Boolean)}
      onChange={onChange}
      // What was typed last counts, also without Enter behind it.
      acceptValueOnBlur
      comboboxProps={{ withinPortal: false }}
    />
  );
}

function useMembers(enabled = true): readonly string[] & string[] {
  const items = useAnswer(listMembers, {}, { enabled }).data?.items ?? [];
  return items.map(({ email }) => email);
}
