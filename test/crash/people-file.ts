/** Contacts files for the crash tests: the same seed gives the same people, a later edition of them has moved, changed and repeated. */
import { writeFileSync } from "node:fs";
import { csvLine } from "../../src/core/tabular/rows/csv-line.ts";

const HEADER = ["External ID", "Email", "Phone", "First name", "Last name", "Tags", "Shoe size", "Phone Type"];

/** `edition` 0 is the first; in the next, every third person has another number (of which nothing is said), address or tag, and some lines repeat or are wrong. */
function person(number: number, edition: number): readonly string[] {
  const changed = edition > 0 && number % 3 === 0;
  const phone = `+1415${String(2_000_000 + number + (changed && number % 2 === 0 ? 5_000_000 : 0)).padStart(7, "0")}`;
  const email = `person${number}${changed && number % 5 === 0 ? `.${edition}` : ""}@example.com`;
  return [
    `P-${number}`,
    number % 97 === 0 ? "no address" : email,
    number % 11 === 0 ? "" : phone,
    `First ${number}`,
    changed ? `Last "${edition}"` : "Last",
    changed ? "moved; vip" : "vip",
    changed && number % 7 === 0 ? "<clear>" : String(36 + (number % 12)),
    !changed && number % 4 === 0 ? "mobile" : "",
  ];
}

/** @param from number of the first person */
export function writePeople(
  path: string,
  people: { readonly from: number; readonly count: number; readonly edition: number },
): void {
  const lines = [csvLine(HEADER)];
  for (let number = people.from; number < people.from + people.count; number++) {
    const cells = person(number, people.edition);
    lines.push(csvLine(cells));
    // The same person once more, far from and near to the first line, agreeing or not.
    if (number % 50 === 0) lines.push(csvLine(person(people.from, people.edition)));
    if (number % 41 === 0) lines.push(csvLine(cells.with(3, number % 2 === 0 ? "Somebody else" : (cells[3] ?? ""))));
  }
  writeFileSync(path, `${lines.join("\n")}\n`);
}
