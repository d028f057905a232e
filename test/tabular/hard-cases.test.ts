/** The cases of the reading report (bench/hard-cases): each is read right, at every size of piece. */
import { describe, expect, test } from "vitest";
import { HARD_CASES } from "../../bench/hard-cases/all-hard-cases.ts";
import { muster } from "../../bench/hard-cases/compared-readers.ts";
import { judgeReading } from "../../bench/hard-cases/judge-reading.ts";
import { sniffDialect } from "../../src/core/tabular/sniffing/sniff.ts";
import { readAll } from "./read-all.ts";

describe.each([...HARD_CASES])("%s", (_, cases) => {
  test("are read as a person reads them, or the reader says where it cannot (C-B2, C-B6, C-B8)", () => {
    const wrong = cases.filter((one) => judgeReading(muster, one) !== "right").map(({ name }) => name);
    expect(wrong).toEqual([]);
  });

  test("give the same rows however the bytes are cut (C-X5)", () => {
    for (const { name, bytes } of cases) {
      const dialect = sniffDialect(bytes, true);
      if (!dialect.ok) continue;
      const whole = readAll(bytes, dialect.value, bytes.length);
      for (const size of [1, 13, 1000]) expect(readAll(bytes, dialect.value, size), name).toEqual(whole);
    }
  });
});
