/**
 * Where imports add options: what the choices of a batch's rows come to. Whatever case and spaces a row writes, a value is the
 * option that the field has, or else the first spelling that a row has brought. More options than a field may have are none.
 */
import { MOST_OPTIONS } from "../contact/custom-field.ts";
import type { FieldType } from "../contact/field.ts";
import { listText, parseList } from "../contact/list-text.ts";
import { compileOptions, normaliseChoice } from "../contact/types/choice.ts";
import type { Problem } from "../problem/problem.ts";
import { BLANK, CLEAR, type DraftBatch } from "./draft.ts";
import type { ImportShape } from "./shape.ts";

/** By field: all options that it has with this batch. */
export type FieldOptions = ReadonlyMap<string, readonly string[]>;

type Settled = {
  readonly drafts: DraftBatch;
  /** Of fields that get options; absent = none does. */
  readonly options?: FieldOptions;
};

type Choice = { readonly slot: number; readonly key: string; readonly isList: boolean };

const CHOICES: ReadonlySet<FieldType> = new Set(["single_choice", "radio", "multiple_choice", "checkbox"]);
const LISTS: ReadonlySet<FieldType> = new Set(["multiple_choice", "checkbox"]);

export class NewOptions {
  readonly #shape: ImportShape;
  readonly #choices: readonly Choice[];
  /** By field: what the rows have brought so far, in their order. A plan writes it nowhere else. */
  readonly #brought = new Map<string, readonly string[]>();

  constructor(shape: ImportShape) {
    this.#shape = shape;
    this.#choices = shape.slots
      .slice(0, shape.mapped)
      .flatMap(({ key, type }, slot) => (CHOICES.has(type) ? [{ slot, key, isList: LISTS.has(type) }] : []));
  }

  /** Keys of the fields that may get options. */
  get fields(): readonly string[] {
    return this.#choices.map(({ key }) => key);
  }

  /** @param known the options that the workspace's fields have; fields without an entry are none of its own */
  settle(drafts: DraftBatch, known: FieldOptions): Settled {
    const problems = new Map(drafts.problems);
    const values = [...drafts.values];
    const options = new Map<string, readonly string[]>();
    for (const choice of this.#choices) {
      const had = known.get(choice.key);
      if (had === undefined) continue;
      const field = new GrowingOptions([...new Set([...had, ...(this.#brought.get(choice.key) ?? [])])]);
      values[choice.slot] = (drafts.values[choice.slot] ?? []).map((text, row) => {
        if (text === BLANK || text === CLEAR || isRefused(drafts, row)) return text;
        const given = choice.isList ? parseList(text) : [text];
        const taken = given.map((value) => field.take(value));
        if (taken.includes(null)) {
          const left = given.filter((_, at) => taken[at] === null);
          problems.set(row, [...(problems.get(row) ?? []), this.#tooMany(choice, left)]);
        }
        const kept = taken.filter((value) => value !== null);
        return choice.isList ? listText(kept) : (kept[0] ?? BLANK);
      });
      const all = field.options;
      this.#brought.set(
        choice.key,
        all.filter((option) => !had.includes(option)),
      );
      if (all.length > had.length) options.set(choice.key, all);
    }
    return { drafts: { ...drafts, values, problems }, ...(options.size === 0 ? {} : { options }) };
  }

  #tooMany({ slot, key }: Choice, values: readonly string[]): Problem {
    const column = this.#shape.headers[this.#shape.slots[slot]?.columns[0] ?? -1] ?? "";
    return { code: "option_unknown", severity: "warning", column, field: key, value: values.join(", ") };
  }
}

const isRefused = ({ problems }: DraftBatch, row: number): boolean =>
  problems.get(row)?.some(({ severity }) => severity === "error") === true;

class GrowingOptions {
  #compiled;
  #options: readonly string[];

  constructor(options: readonly string[]) {
    this.#options = options;
    this.#compiled = compileOptions(options, false);
  }

  get options(): readonly string[] {
    return this.#options;
  }

  /** As the field spells it; null = it has as many options as it may. */
  take(value: string): string | null {
    const known = normaliseChoice(value, this.#compiled);
    if (typeof known === "string") return known;
    if (this.#options.length >= MOST_OPTIONS) return null;
    this.#options = [...this.#options, value];
    this.#compiled = compileOptions(this.#options, false);
    return value;
  }
}
