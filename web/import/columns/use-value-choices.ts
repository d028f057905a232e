/** What a value may become in a field: its options, the members, countries, tags or stages that there are. */
import { listPipelines } from "../../api/endpoints/contacts.ts";
import { listTags } from "../../api/endpoints/fields.ts";
import { listMembers } from "../../api/endpoints/workspaces.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { countries } from "../../words/countries.ts";
import { useSpoken } from "../../words/words-provider.tsx";
import type { Field } from "./field-select.tsx";

type ValueChoice = { readonly value: string; readonly label: string };

export type ValueChoices = {
  readonly choices: readonly ValueChoice[];
  /** Any other text will do as well. */
  readonly isFree: boolean;
};

const OWNERS = ["owner", "owner_list", "manager_list"];
const STATUSES = ["open", "won", "lost"];
const FREE = ["tags", "text_list"];
const CHOICES = ["single_choice", "radio", "multiple_choice", "checkbox", "yes_no", "country", "status", "link"];

/** Fields whose values are some of a few. */
export const hasChoices = ({ type }: Pick<Field, "type">): boolean =>
  CHOICES.includes(type) || OWNERS.includes(type) || FREE.includes(type);

export function useValueChoices({ key, type, options }: Field): ValueChoices {
  const { words, locale } = useSpoken();
  const tags = useAnswer(listTags, {}, { enabled: type === "tags" }).data?.items ?? [];
  const members = useAnswer(listMembers, { query: {} }, { enabled: OWNERS.includes(type) }).data?.items ?? [];
  const pipelines = useAnswer(listPipelines, {}, { enabled: type === "link" }).data?.items ?? [];
  const named = (names: readonly string[]): readonly ValueChoice[] =>
    [...new Set(names)].map((value) => ({ value, label: value }));
  if (type === "tags") return { choices: named(tags.map(({ tag }) => tag)), isFree: true };
  if (OWNERS.includes(type))
    return {
      choices: members.map(({ email, name }) => ({ value: email, label: name === "" ? email : `${name} (${email})` })),
      isFree: members.length === 0,
    };
  if (type === "yes_no")
    return {
      choices: [
        { value: "yes", label: words.filters.yes },
        { value: "no", label: words.filters.no },
      ],
      isFree: false,
    };
  if (type === "status")
    return {
      choices: STATUSES.map((value) => ({ value, label: words.deals.opportunity.status[value] ?? value })),
      isFree: false,
    };
  if (type === "country") return { choices: countries(locale), isFree: false };
  if (type === "link" && key.endsWith("stage"))
    return { choices: named(pipelines.flatMap(({ stages }) => stages.map(({ name }) => name))), isFree: false };
  if (type === "link") return { choices: named(pipelines.map(({ name }) => name)), isFree: !key.endsWith("pipeline") };
  return { choices: named(options), isFree: FREE.includes(type) };
}
