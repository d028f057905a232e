/** Where a table starts and what its header is, from its first rows: the same for delimited text and for sheets. */
import type { Dialect } from "../dialect.ts";
import { groupTitles } from "../rows/group-titles.ts";
import type { Row } from "../rows/row.ts";
import { joinedNames } from "../rows/second-header.ts";
import { type HeaderGuess, sniffHeader } from "./sniff-header.ts";
import { type TableStart, tableStart } from "./sniff-preamble.ts";

export type TableHead = {
  /** Lines, of a sheet rows, above the table; 0 = none. */
  readonly above: number;
  readonly secondHeader: Dialect["secondHeader"];
  readonly header: HeaderGuess;
  /** The rows of the table, its header as one row among them. */
  readonly rows: readonly Row[];
  /** What was found, in words that can be shown. */
  readonly says: readonly string[];
};

const AT_ONCE: TableStart = { first: 0, secondHeader: undefined, says: null };
const TWO_LINES: HeaderGuess = { header: true, confidence: 0.9, says: "The first row names the columns." };

/**
 * @param columns the width that most rows have
 * @param given whether a person has said that there is a header
 */
export function tableHead(rows: readonly Row[], columns: number, given: boolean | undefined): TableHead {
  const { first: at, secondHeader, says } = given === false ? AT_ONCE : tableStart(rows, columns);
  const [first, second, ...below] = rows.slice(at);
  const table = !first ? [] : !second ? [first] : [first, second, ...below];
  const joined = first && second && secondHeader === "joined" ? joinedNames(first.cells, second.cells) : first?.cells;
  const whole = first && joined && secondHeader ? [{ ...first, cells: joined }, ...below] : table;
  const header = secondHeader ? TWO_LINES : headerGuess(whole, given);
  return {
    above: at === 0 ? 0 : (first?.line ?? 1) - 1,
    secondHeader,
    header,
    rows: whole,
    says: [...(says === null ? [] : [says]), where(header.says, first)],
  };
}

/** Rows that only name the group below them. */
export function titlesOf({ header, rows: [first, ...below] }: TableHead): Pick<Dialect, "titles"> {
  const titles = header.header && first ? groupTitles(below, first.cells) : [];
  return titles.length === 0 ? {} : { titles };
}

/** Which one it is, where rows stand above it. */
const where = (says: string, first: Row | undefined): string =>
  first === undefined || first.line === 1 ? says : says.replace(/\b[Tt]he first row\b/, `Line ${first.line}`);

function headerGuess(rows: readonly Row[], given: boolean | undefined): HeaderGuess {
  if (given === undefined) return sniffHeader(rows);
  const says = given ? "A header was said to be there." : "No header was said to be there.";
  return { header: given, confidence: 1, says };
}
