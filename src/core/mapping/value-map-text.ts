/** A value map as text: `{Mr:Male,Mrs:Female,*:}`. A backslash takes their meaning from `,`, `:`, `}` and itself. */
import type { ValueMap } from "../contact/value-map.ts";
import { accept, type Result, refuse } from "../problem/refusal.ts";

const PAIR = /^((?:[^\\:]|\\.)*):((?:[^\\]|\\.)*)$/s;
const PARTS = /(?:[^\\,]|\\.)+/gs;
const ESCAPED = /\\(.)/gs;
/** A brace without a backslash: of two maps, where one is meant. */
const SECOND_MAP = /(?:^|[^\\])(?:\\\\)*\}/;
const SPECIAL = /[\\,:}]/g;

/** @param inside what stands between the braces */
export function parseValueMap(inside: string): Result<ValueMap> {
  const pairs: (readonly [string, string])[] = [];
  for (const part of inside.match(PARTS) ?? []) {
    const [, cell, text] = SECOND_MAP.test(part) ? [] : (PAIR.exec(part) ?? []);
    if (cell === undefined || text === undefined || cell.trim() === "") return invalid(part);
    pairs.push([plain(cell), plain(text)]);
  }
  return pairs.length === 0 ? invalid(inside) : accept(pairs);
}

export const renderValueMap = (values: ValueMap): string =>
  `{${values.map(([cell, text]) => `${escaped(cell)}:${escaped(text)}`).join(",")}}`;

const plain = (text: string): string => text.trim().replace(ESCAPED, "$1");
const escaped = (text: string): string => text.replace(SPECIAL, "\\$&");

const invalid = (part: string): Result<never> =>
  refuse({
    code: "mapping_invalid",
    message: `“${part}” does not say which value is read as which.`,
    fix: "Write Header=field{Mr:Male,Mrs:Female}, all values in one pair of braces, with *: for every other value and a backslash before a comma, colon or brace that is part of a value.",
  });
