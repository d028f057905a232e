/** `fix` on a value that stands in several cells of a column, or in none. */
import { expect, test } from "vitest";
import { workbench } from "./run-muster.ts";

const PEOPLE = "Email,Plan\na@example.com,gold\nb@example.com,Gold\nc@example.com,Gold \nd@example.com,Iron\n";

test("C-P1: says how many cells it corrects, and refuses a value that is in none with those that there are", () => {
  const bench = workbench();
  bench.run(["plan", bench.file("people.csv", PEOPLE)]);
  const fix = (from: string, to: string) =>
    bench.run(["fix", "latest", "--column", "plan", "--from", from, "--to", to]);
  const none = fix("Silver", "Steel");
  expect(none).toMatchObject({ code: 2, err: expect.stringContaining("says “Silver”. It has “gold”, “Iron”.") });
  expect(bench.run(["fix", "latest"]).err).toContain("No cell is corrected.");
  expect(fix("Gold", "Steel")).toMatchObject({ code: 0, err: expect.stringContaining("2 cells are corrected.") });
  expect(fix("gold", "Steel")).toMatchObject({ code: 0, err: expect.stringContaining("1 cell is corrected.") });
  expect(fix("Steel", "Tin").code).toBe(0);
});
