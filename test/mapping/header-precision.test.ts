/** C-D1: a sure mapping is right, on the headers that the names were tuned on and on those they were not. */
import { describe, expect, test } from "vitest";
import { type HeaderScore, scoreHeaders, scoreRows } from "./header-score.ts";
import { HELD_OUT_HEADERS } from "./held-out-headers.ts";
import { HELD_OUT_ROWS } from "./held-out-rows.ts";
import { REAL_HEADERS } from "./real-headers.ts";
import { TUNED_HEADERS } from "./tuned-headers.ts";

const SCORES: readonly (readonly [string, HeaderScore])[] = [
  ["exports and spreadsheets in twelve languages", scoreHeaders(REAL_HEADERS)],
  ["CRMs, newsletters, lead finders, help desks, and traps", scoreHeaders(TUNED_HEADERS)],
  ["webshops, events, accounting, ERP, address books, clubs, forms", scoreHeaders(HELD_OUT_HEADERS)],
  ["header rows of public repositories", scoreRows(HELD_OUT_ROWS)],
];

describe("C-D1: of a table of real headers", () => {
  test("there are more than a thousand", () => {
    expect(SCORES.reduce((sum, [, { headers }]) => sum + headers, 0)).toBeGreaterThan(1_000);
  });

  test.each(SCORES)(
    "%s: at least 99 of 100 sure mappings are right, and at least 95 of 100 fields found",
    (_, score) => {
      expect(score.precision, score.wrong.join("; ")).toBeGreaterThanOrEqual(0.99);
      expect(score.recall, score.missed.join("; ")).toBeGreaterThanOrEqual(0.95);
    },
  );
});
