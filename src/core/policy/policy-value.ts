/**
 * The kinds of value that policy keys have: what text a person may write for one, and how it is shown again. Reading what was
 * shown gives the same value back.
 */

export const VALUE_FORMS = [
  "yes_no",
  "choice",
  "choices",
  "fields",
  "field_sets",
  "separators",
  "size",
  "duration",
  "country",
  "text",
  "matrix",
] as const;

/** What a page offers for a key: a switch, a list to choose from, a text. */
type ValueForm = {
  readonly kind: (typeof VALUE_FORMS)[number];
  /** Values to choose from, as they are written and shown; empty = any text of the kind. */
  readonly options: readonly string[];
  /** The word for an empty list or text; null = there must be one. */
  readonly none: string | null;
};

/** `undefined` comes back for a text or value that the key does not take. */
export type PolicyValueKind<T> = {
  /** The allowed values in words: "yes or no". */
  readonly takes: string;
  readonly form: ValueForm;
  parse(text: string): T | undefined;
  render(value: T): string;
  /** Checks what came from a stored or sent document. */
  accepts(value: unknown): value is T;
};

const YES = new Set(["yes", "on", "true", "1", "y"]);
const NO = new Set(["no", "off", "false", "0", "n"]);
/** Key of a field, built in or own. */
const FIELD_KEY = /^[a-z][a-z0-9_]{0,63}$/;

/** Spelling does not count: `Separate file`, `separate-file` and `separate_file` are one word. */
const word = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[\s+-]+/g, "_");

export const yesNo: PolicyValueKind<boolean> = {
  takes: "yes or no",
  form: { kind: "yes_no", options: ["yes", "no"], none: null },
  parse: (text) => (YES.has(word(text)) ? true : NO.has(word(text)) ? false : undefined),
  render: (value) => (value ? "yes" : "no"),
  accepts: (value): value is boolean => typeof value === "boolean",
};

/** One of the values; `aliases` maps other words to them. */
export function choice<const T extends string>(
  values: readonly T[],
  aliases: Readonly<Record<string, NoInfer<T>>> = {},
): PolicyValueKind<T> {
  const known = new Map<string, T>([
    ...Object.entries(aliases),
    ...values.map((value) => [word(value), value] as const),
  ]);
  return {
    takes: inWords(values),
    form: { kind: "choice", options: values, none: null },
    parse: (text) => known.get(word(text)),
    render: (value) => value,
    accepts: (value): value is T => values.some((one) => one === value),
  };
}

/** Several of the values, in order. `none` is the word for an empty list; absent = at least one is needed. */
export function choices<const T extends string>(
  values: readonly T[],
  options: { readonly none?: string; readonly aliases?: Readonly<Record<string, NoInfer<T>>> } = {},
): PolicyValueKind<readonly T[]> {
  const one = choice(values, options.aliases);
  const { none } = options;
  return {
    takes: `one or more of ${values.join(", ")}, parted by commas${none ? `; or ${none}` : ""}`,
    form: { kind: "choices", options: values, none: none ?? null },
    parse(text) {
      if (none !== undefined && word(text) === none) return [];
      if (word(text) === "all") return values;
      return all(listItems(text).map((item) => one.parse(item)));
    },
    render: (value) => (value.length === 0 ? (none ?? "") : value.join(",")),
    accepts: (value): value is readonly T[] =>
      Array.isArray(value) && (value.length > 0 || none !== undefined) && value.every(one.accepts),
  };
}

/** Keys of fields, also under the names that `aliases` knows. */
export function fieldKeys(aliases: ReadonlyMap<string, string>): PolicyValueKind<readonly string[]> {
  return {
    takes: "keys of fields, parted by commas; or none",
    form: { kind: "fields", options: [], none: "none" },
    parse: (text) => (word(text) === "none" ? [] : all(listItems(text).map((item) => fieldKey(item, aliases)))),
    render: (value) => (value.length === 0 ? "none" : value.join(",")),
    accepts: isFieldList,
  };
}

/** Sets of fields: `|` parts the sets, `+` the fields of one. */
export function fieldSets(aliases: ReadonlyMap<string, string>): PolicyValueKind<readonly (readonly string[])[]> {
  return {
    takes: "sets of fields such as name | email | account_name + last_name, where one complete set is enough; or none",
    form: { kind: "field_sets", options: [], none: "none" },
    parse(text) {
      if (word(text) === "none") return [];
      const sets = text
        .split(/\||\s+or\s+/i)
        .map((set) => all(set.split(/[+&]|\s+and\s+/i).map((key) => fieldKey(key, aliases))));
      return all(sets);
    },
    render: (value) => (value.length === 0 ? "none" : value.map((set) => set.join(" + ")).join(" | ")),
    accepts: (value): value is readonly (readonly string[])[] =>
      Array.isArray(value) && value.every((set) => isFieldList(set) && set.length > 0),
  };
}

/** A short text that no control character is part of; `none` = "". */
export const shortText: PolicyValueKind<string> = {
  takes: "a text of at most 40 characters, or none",
  form: { kind: "text", options: [], none: "none" },
  parse(text) {
    const value = word(text) === "none" ? "" : text.trim();
    return isShortText(value) ? value : undefined;
  },
  render: (value) => (value === "" ? "none" : value),
  accepts: isShortText,
};

function isShortText(value: unknown): value is string {
  return (
    typeof value === "string" &&
    value.length <= 40 &&
    value === value.trim() &&
    word(value) !== "none" &&
    !/[\u0000-\u001f\u007f]/.test(value)
  );
}

function fieldKey(text: string, aliases: ReadonlyMap<string, string>): string | undefined {
  const key = word(text);
  return FIELD_KEY.test(key) && key !== "none" ? (aliases.get(key) ?? key) : undefined;
}

function isFieldList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((key) => typeof key === "string" && FIELD_KEY.test(key) && key !== "none");
}

const listItems = (text: string): readonly string[] => text.split(",").map((item) => item.trim());

/** The list without repeats, or undefined where one of its items is. */
function all<T>(items: readonly (T | undefined)[]): readonly T[] | undefined {
  const known = items.filter((item) => item !== undefined);
  return known.length === items.length && known.length > 0 ? [...new Set(known)] : undefined;
}

const inWords = (values: readonly string[]): string =>
  values.length < 2 ? values.join("") : `${values.slice(0, -1).join(", ")} or ${values.at(-1)}`;
