/** The contacts of the labelled pairs, as duplicates are looked for among them. */
import { type Person, type PersonField, personOf } from "../../src/core/duplicates/person.ts";
import { LABELLED_PAIRS } from "./labelled-pairs.ts";

let numbers = 0;

const FIELD_OF: readonly (readonly [RegExp, PersonField])[] = [
  [/^#(.+)$/, "account_name"],
  [/^~(.+)\|/, "street"],
  [/^in\/(.+)$/, "linkedin_url"],
  [/^(\+\d+(?:;ext=\d+)?)$/, "phone"],
  [/^(\d{4}-\d\d-\d\d)$/, "birthday"],
  [/^(\S+@\S+)$/, "email"],
  [/^(.+)$/, "full_name"],
];

function person(text: string): Person {
  const values = new Map<PersonField, string>();
  for (const part of text.trim().split(" · ")) {
    const [look, field] = FIELD_OF.find(([pattern]) => pattern.test(part)) ?? [/(.*)/, "full_name" as const];
    const [, value = ""] = look.exec(part) ?? [];
    values.set(field, field === "linkedin_url" ? `https://www.linkedin.com/in/${value}` : value);
    if (field === "street") values.set("postal_code", part.split("|")[1] ?? "");
  }
  return personOf(++numbers, (field) => values.get(field) ?? "");
}

export const PAIRS = LABELLED_PAIRS.trim()
  .split("\n")
  .map((line) => {
    const [one = "", other = ""] = line.split(/ (?:==|<>) /);
    return { line, isOne: line.includes(" == "), one: person(one), other: person(other) };
  });

export const LABELLED_PEOPLE = PAIRS.flatMap(({ one, other }) => [one, other]);
