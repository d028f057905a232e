/** Values of the policy in the reader's words: `skip` is "leave it as it is". */
import { useMemo } from "react";
import { listFields } from "../../api/endpoints/fields.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { useSpoken } from "../../words/words-provider.tsx";
import { type PolicyEntry, sentenceOf } from "./policy-entry.ts";

export type ValueWords = {
  /** Of one value, or one item of a list. */
  readonly item: (entry: PolicyEntry, value: string) => string;
  readonly whole: (entry: PolicyEntry, text: string) => string;
};

const LISTS: ReadonlySet<PolicyEntry["kind"]> = new Set(["choices", "separators", "fields"]);

export function useValueWords(): ValueWords {
  const { words, locale } = useSpoken();
  const fields = useAnswer(listFields, {});
  return useMemo(() => {
    const labels = new Map(fields.data?.items.map(({ key, label }) => [key, label]));
    const countries = new Intl.DisplayNames([locale], { type: "region" });
    const item: ValueWords["item"] = (entry, value) => {
      const known = sentenceOf(words, entry).values[value];
      if (known !== undefined) return known;
      if (entry.kind === "country") return countries.of(value) ?? value;
      return entry.kind === "fields" || entry.kind === "field_sets" ? (labels.get(value) ?? value) : value;
    };
    const set = (entry: PolicyEntry, text: string) =>
      parted(text, "+")
        .map((key) => item(entry, key))
        .join(" + ");
    const whole: ValueWords["whole"] = (entry, text) => {
      if (text === entry.none) return item(entry, text);
      if (LISTS.has(entry.kind))
        return parted(text, ",")
          .map((one) => item(entry, one))
          .join(", ");
      if (entry.kind !== "field_sets") return item(entry, text);
      return parted(text, "|")
        .map((one) => set(entry, one))
        .join(` ${words.settings.policy.or} `);
    };
    return { item, whole };
  }, [words, locale, fields.data]);
}

export const parted = (text: string, by: string): readonly string[] => text.split(by).map((part) => part.trim());
