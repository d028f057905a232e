/**
 * What a contact becomes when others are merged into it: it keeps what it has and takes what it lacks, in the order in
 * which the others are named. Lists are united, an opt-out of any of them stays, and what goes away is listed.
 */
import { emailKey, nameKey, phoneKey } from "../contact/identity-key.ts";
import { listText, parseList } from "../contact/list-text.ts";
import { OPT_OUTS } from "../contact/opt-outs.ts";
import { PHONE_DETAILS } from "../contact/phone-details.ts";
import { uniteLists } from "../plan/merge.ts";
import type { Changes } from "../plan/outcome.ts";
import { ACCOUNT_LINK } from "../plan/shape.ts";
import { ACCOUNT_GROUP, FIELD_GROUPS, FURTHER, NAME_GROUP } from "./field-groups.ts";

export type MergeSource = {
  readonly number: number;
  /** By field key; lists as JSON text, the account as its number. */
  readonly values: ReadonlyMap<string, string>;
  /** Accounts whose main contact it is. */
  readonly mainOf: readonly number[];
};

export type MergeInput = {
  readonly kept: MergeSource;
  readonly others: readonly MergeSource[];
  readonly isList: (field: string) => boolean;
  /** Fields whose value is to be that of a certain contact. */
  readonly take: ReadonlyMap<string, number>;
};

export type MainChange = { readonly account: number; readonly before: number; readonly after: number | null };

export type MergeDecision = {
  /** Of the contact that is kept. */
  readonly changes: Changes;
  /** Which of the others gave it what it holds then. */
  readonly taken: Readonly<Record<string, number>>;
  readonly mains: readonly MainChange[];
  /** Values that no contact has afterwards. */
  readonly lost: readonly { readonly field: string; readonly contact: number; readonly value: string }[];
};

type Working = { readonly values: Map<string, string>; readonly taken: Map<string, number> };

export function decideMerge(input: MergeInput): MergeDecision {
  const { kept, others, take } = input;
  const working: Working = { values: new Map(kept.values), taken: new Map() };
  for (const other of others) addContact(working, other, input.isList);
  for (const [field, number] of take) {
    const from = [kept, ...others].find((contact) => contact.number === number);
    if (from) takeField(working, field, from, kept);
  }
  const { values, taken } = working;
  const fields = new Set([...kept.values.keys(), ...values.keys()]);
  const changed = [...fields].filter((field) => kept.values.get(field) !== values.get(field)).sort();
  return {
    changes: Object.fromEntries(
      changed.map((field) => [field, [kept.values.get(field) ?? null, values.get(field) ?? null] as const]),
    ),
    taken: Object.fromEntries([...taken].filter(([field]) => changed.includes(field))),
    mains: mainChanges(input, values),
    lost: [kept, ...others].flatMap((contact) => lostOf(contact, values, input.isList)),
  };
}

function addContact(working: Working, other: MergeSource, isList: (field: string) => boolean): void {
  const { values } = working;
  const grouped = new Set<string>([
    ...FIELD_GROUPS.flat(),
    ...PHONE_DETAILS,
    "email",
    "phone",
    ...Object.values(FURTHER),
  ]);
  for (const group of FIELD_GROUPS) addGroup(working, other, group);
  addFurther(working, other, "email");
  const hadPhone = values.get("phone");
  addFurther(working, other, "phone");
  if (values.get("phone") === other.values.get("phone")) addDetails(working, other, hadPhone === undefined);
  for (const [field, value] of other.values) {
    if (grouped.has(field)) continue;
    const present = values.get(field);
    if (present === undefined) setValue(working, field, value, other);
    else if (OPT_OUTS.has(field)) values.set(field, present === "yes" ? present : value);
    else if (isList(field)) values.set(field, uniteLists(present, value));
    else if (field === "notes" && !present.includes(value)) values.set(field, `${present}\n\n${value}`);
  }
}

function setValue({ values, taken }: Working, field: string, value: string, from: MergeSource): void {
  values.set(field, value);
  taken.set(field, from.number);
}

/** Parts that it lacks, unless a part that both have says something else: two halves make no third. */
function addGroup(working: Working, other: MergeSource, group: readonly string[]): void {
  const has = (values: ReadonlyMap<string, string>) => group.filter((field) => values.has(field));
  const [own, theirs] = [has(working.values), has(other.values)];
  const common = own.filter((field) => other.values.has(field));
  const contradicts = common.some(
    (field) => nameKey(working.values.get(field) ?? "") !== nameKey(other.values.get(field) ?? ""),
  );
  const fits =
    own.length === 0 ||
    common.length > 0 ||
    (group === NAME_GROUP && wholeName(working.values) === wholeName(other.values));
  if (contradicts || !fits) return;
  for (const field of theirs) {
    if (!working.values.has(field)) setValue(working, field, other.values.get(field) ?? "", other);
  }
}

const wholeName = (values: ReadonlyMap<string, string>): string =>
  nameKey(values.get("full_name") ?? `${values.get("first_name") ?? ""} ${values.get("last_name") ?? ""}`);

const KEY_OF = { email: emailKey, phone: phoneKey } as const;

function addFurther(working: Working, other: MergeSource, field: "email" | "phone"): void {
  const { values } = working;
  const given = [other.values.get(field) ?? "", ...parseList(other.values.get(FURTHER[field]) ?? "")].filter(Boolean);
  if (given.length === 0) return;
  const [first = ""] = given;
  if (!values.has(field) && other.values.has(field)) setValue(working, field, first, other);
  setFurther(values, field, [...parseList(values.get(FURTHER[field]) ?? ""), ...given]);
}

/** The list besides the first value: each once, and the first not again. */
function setFurther(values: Map<string, string>, field: "email" | "phone", items: readonly string[]): void {
  const key = KEY_OF[field];
  const seen = new Set([key(values.get(field) ?? "")]);
  const further = items.filter((item) => !seen.has(key(item)) && seen.add(key(item)));
  const text = listText(further);
  if (text === "") values.delete(FURTHER[field]);
  else values.set(FURTHER[field], text);
}

/** What a provider says of a phone number goes with it. */
function addDetails(working: Working, other: MergeSource, replaces: boolean): void {
  if (!replaces && PHONE_DETAILS.some((field) => working.values.has(field))) return;
  for (const field of PHONE_DETAILS) {
    working.values.delete(field);
    const value = other.values.get(field);
    if (value !== undefined) setValue(working, field, value, other);
  }
}

function takeField(working: Working, field: string, from: MergeSource, kept: MergeSource): void {
  const group = [NAME_GROUP, ACCOUNT_GROUP].find((fields: readonly string[]) => fields.includes(field));
  const { values, taken } = working;
  for (const part of group ?? [field]) {
    const [value, present] = [from.values.get(part), values.get(part)];
    if (value === undefined) values.delete(part);
    else values.set(part, value);
    if (from.number === kept.number || value === undefined) taken.delete(part);
    else taken.set(part, from.number);
    if (part !== "email" && part !== "phone") continue;
    setFurther(values, part, [
      ...(present === undefined ? [] : [present]),
      ...parseList(values.get(FURTHER[part]) ?? ""),
    ]);
    if (part === "phone" && present !== value) addDetails(working, from, true);
  }
}

/** The contact that is kept is the main one where it belongs to the account; of another account nobody is, then. */
function mainChanges({ kept, others }: MergeInput, values: ReadonlyMap<string, string>): readonly MainChange[] {
  const account = Number(values.get(ACCOUNT_LINK) ?? 0);
  return [kept, ...others].flatMap(({ number, mainOf }) =>
    mainOf
      .map((main) => ({ account: main, before: number, after: main === account ? kept.number : null }))
      .filter(({ before, after }) => before !== after),
  );
}

function lostOf(
  contact: MergeSource,
  values: ReadonlyMap<string, string>,
  isList: (field: string) => boolean,
): MergeDecision["lost"] {
  const lost: MergeDecision["lost"][number][] = [];
  for (const [field, value] of contact.values) {
    const present = values.get(field) ?? "";
    if (field === ACCOUNT_LINK || OPT_OUTS.has(field) || field === "email" || field === "phone") continue;
    if (value === present || (field === "notes" && present.includes(value))) continue;
    if (Object.values(FURTHER).includes(field)) continue;
    const items = parseList(present).map((item) => item.toLowerCase());
    const gone = isList(field)
      ? listText(parseList(value).filter((item) => !items.includes(item.toLowerCase())))
      : value;
    if (gone !== "") lost.push({ field, contact: contact.number, value: gone });
  }
  return lost;
}
