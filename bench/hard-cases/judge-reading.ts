/** Whether a reader gave the table that stands in the file, said that something is wrong with it, or was silently wrong. */
import { isBlankRow } from "../../src/core/tabular/rows/blank-row.ts";
import type { ComparedReader, ReadTable } from "./compared-readers.ts";
import type { HardCase } from "./hard-case.ts";

export type Verdict = "right" | "said" | "wrong";

export function judgeReading(reader: ComparedReader, hardCase: HardCase): Verdict {
  let table: ReadTable | null;
  try {
    table = reader.read(hardCase.bytes);
  } catch {
    table = null;
  }
  if (table === null) return hardCase.mayBeRefused === true ? "right" : "said";
  const good = comparable(table.lines.filter((_, at) => !table.named.has(at)));
  if (table.header !== null && table.header !== (hardCase.header !== null)) return "wrong";
  const all = comparable(hardCase.header === null ? hardCase.rows : [hardCase.header, ...hardCase.rows]);
  const first = hardCase.header === null ? 0 : 1;
  const certain = comparable(hardCase.rows.filter((_, at) => hardCase.damaged?.has(at) !== true));
  if (
    same(good, all) ||
    (table.named.size > 0 && isWithin(good, all) && isWithin([...all.slice(0, first), ...certain], good))
  )
    return "right";
  return table.named.size > 0 && isWithin(good, all) ? "said" : "wrong";
}

/** Rows without a value say nothing, and empty cells behind the last column neither. */
const comparable = (rows: readonly (readonly string[])[]): readonly string[] =>
  rows.filter((cells) => !isBlankRow(cells)).map((cells) => JSON.stringify(withoutEmptyEnd(cells)));

function withoutEmptyEnd(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== "") + 1);
}

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((row, at) => row === b[at]);

/** Every row of `some` is in `all`, in the same order. */
function isWithin(some: readonly string[], all: readonly string[]): boolean {
  let at = 0;
  for (const row of some) {
    while (at < all.length && all[at] !== row) at++;
    if (at === all.length) return false;
    at++;
  }
  return true;
}
