/**
 * Birthdays in three columns, as Thunderbird, web forms and payment services write them: `Birth Year`, `Birth Month`,
 * `Birth Day`. Together they are one date; none of them is one alone, though `Birth Day` and `Geburtstag` sound like it.
 */
import type { Assignment, Column } from "./assignment.ts";
import { headerKey } from "./header-key.ts";
import type { NameIndex } from "./name-index.ts";

/** 0-based columns of year, month and day, in this order: as the parts are put together. */
export type BirthParts = readonly [year: number, month: number, day: number];

const NAMES = [
  "birth year, birthyear, year of birth, birthday year, birth date year, birthdate year, date of birth year, dob year, Geburtsjahr, année de naissance, año de nacimiento, anno di nascita, ano de nascimento, geboortejaar, rok urodzenia",
  "birth month, birthmonth, month of birth, birthday month, birth date month, birthdate month, date of birth month, dob month, Geburtsmonat, mois de naissance, mes de nacimiento, mese di nascita, mês de nascimento, geboortemaand, miesiąc urodzenia",
  "birth day, birthday, day of birth, birthday day, birth date day, birthdate day, date of birth day, dob day, Geburtstag, jour de naissance, día de nacimiento, giorno di nascita, dia de nascimento, geboortedag, dzień urodzenia",
].map((names) => new Set(names.split(",").map(headerKey)));

const DAY = /^(?:0?[1-9]|[12]\d|3[01])$/;

/** Null unless each part has exactly one column. */
export function birthParts(headers: readonly string[]): BirthParts | null {
  const keys = headers.map(headerKey);
  const [year, month, day] = NAMES.map((names) => keys.flatMap((key, column) => (names.has(key) ? [column] : [])));
  if (year?.length !== 1 || month?.length !== 1 || day?.length !== 1) return null;
  return [year[0] ?? 0, month[0] ?? 0, day[0] ?? 0];
}

/** @param open the columns that nobody has decided on */
export function decideBirthParts(open: readonly Column[], assignment: Assignment, { fields }: NameIndex): void {
  const parts = birthParts(open.map(({ header }) => header));
  const birthday = fields.get("birthday");
  if (parts === null || !birthday || assignment.isTaken(birthday.key)) return;
  const columns = parts.flatMap((at) => open[at] ?? []);
  // A whole date beside its year and its month, which some systems add, needs no joining.
  if (!columns[2]?.samples.values.every((value) => DAY.test(value))) return;
  const reason = `the headers ${columns.map(({ header }) => `"${header.trim()}"`).join(", ")} are year, month and day of ${birthday.label}`;
  for (const { column } of columns)
    assignment.decide(column, {
      target: { to: "field", field: birthday.key },
      foundBy: "header",
      confidence: 1,
      reason,
    });
}
