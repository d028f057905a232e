/** How fast an import went, as it is said at its end. */
import { expect, test } from "vitest";
import { paceText } from "../../src/cli/words/pace-text.ts";

test.each([
  [299, { seconds: 0.309, linesBefore: 0 }, "299 lines in 0.3 s, 968 lines a second"],
  [1, { seconds: 0.9, linesBefore: 0 }, "1 line in 0.9 s, 1 line a second"],
  [
    200_000,
    { seconds: 9.19, linesBefore: 22_000 },
    "200,000 lines, the last 178,000 of them in 9.2 s, 19,369 lines a second",
  ],
  [7, { seconds: 0, linesBefore: 0 }, "7 lines in 0.0 s"],
])("%i lines, %o: %s", (lines, effort, said) => {
  expect(paceText(lines, effort)).toBe(said);
});
