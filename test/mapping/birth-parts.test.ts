/** Birthdays whose year, month and day stand in columns of their own (C-D8, C-E3). */
import { describe, expect, test } from "vitest";
import { map, normalise, read } from "../../src/index.ts";

const birthdays = (file: string): readonly unknown[] => {
  const table = read(new TextEncoder().encode(file));
  if (!table.ok) throw new Error(table.refusal.message);
  const mapped = map(table.value);
  if (!mapped.ok) throw new Error(mapped.refusal.message);
  return normalise(mapped.value).rows.map(({ values }) => values.birthday ?? null);
};

describe("a birthday in three columns is one date", () => {
  test.each([
    ["Thunderbird's", "Email,Birth Year,Birth Month,Birth Day", "1980,5,17"],
    ["in German, where the day has the birthday's name", "Email,Geburtsjahr,Geburtsmonat,Geburtstag", "1980,05,17"],
    ["whatever their order", "Email,DOB Day,DOB Month,DOB Year", "17,5,1980"],
    ["with the month's name", "Email,Day of birth,Month of birth,Year of birth", "17,May,1980"],
  ])("%s", (_, header, cells) => {
    expect(birthdays(`${header}\nann@example.com,${cells}\n`)).toEqual(["1980-05-17"]);
  });

  test("unless a part is missing or the day does not exist: then nothing is guessed", () => {
    const file =
      "Email,Birth Year,Birth Month,Birth Day\na@example.com,,5,17\nb@example.com,1975,2,30\nc@example.com,,,\n";
    expect(birthdays(file)).toEqual([null, null, null]);
  });

  test("and a whole date beside its year and month is read alone", () => {
    const file = "Email,Birth Year,Birth Month,Birthday\na@example.com,1980,5,1980-05-17\n";
    expect(birthdays(file)).toEqual(["1980-05-17"]);
  });
});
