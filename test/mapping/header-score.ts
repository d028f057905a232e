/** How often a header goes to the right field, counted over a table of headers. */
import type { ColumnMapping } from "../../src/core/mapping/column-mapping.ts";
import { propose } from "./propose.ts";

export type HeaderScore = {
  readonly headers: number;
  /** Mapped, and to the right field. */
  readonly right: number;
  /** Mapped to another field than the right one, as `Header -> field`. */
  readonly wrong: readonly string[];
  /** Left alone although there is a field for it. */
  readonly missed: readonly string[];
  readonly precision: number;
  readonly recall: number;
};

/** From here on a mapping counts as sure: a header close to a name, without values to speak for it, does not. */
const SURE = 0.8;

type Case = { readonly header: string; readonly field: string; readonly column: ColumnMapping | undefined };

const LINE = /^(.*?)(?: \[([^\]]*;[^\]]*)\])? = (\S+)$/;

/** Of a table with lines `Header = field` or `Header [value; value] = field`. */
export const scoreHeaders = (table: string): HeaderScore =>
  score(
    table.split("\n").flatMap((line) => {
      const [, header, values, field] = line.startsWith("# ") ? [] : (LINE.exec(line) ?? []);
      if (header === undefined || field === undefined) return [];
      const samples = (values ?? "").split(";").flatMap((value) => (value.trim() === "" ? [] : [[value.trim()]]));
      return [{ header, field, column: propose([header], samples)[0] }];
    }),
  );

/** Of header rows, each with its fields in the line below. */
export const scoreRows = (table: string): HeaderScore =>
  score(
    table
      .trim()
      .split(/\n\n+/)
      .flatMap((block) => {
        const [headers = [], fields = []] = block.split("\n").map((line) => line.split(","));
        const mapping = propose(headers);
        return headers.map((header, at) => ({ header, field: fields[at] ?? "-", column: mapping[at] }));
      }),
  );

function score(cases: readonly Case[]): HeaderScore {
  const wrong: string[] = [];
  const missed: string[] = [];
  let right = 0;
  for (const { header, field, column } of cases) {
    const found = column?.target.to === "field" && column.confidence >= SURE ? column.target.field : "-";
    if (found === field) right += Number(field !== "-");
    else if (found === "-") missed.push(header);
    else wrong.push(`${header} -> ${found}`);
  }
  return {
    headers: cases.length,
    right,
    wrong,
    missed,
    precision: right / Math.max(right + wrong.length, 1),
    recall: right / Math.max(right + missed.length, 1),
  };
}
