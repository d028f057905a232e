/**
 * Files each cell of which stands between marks that are no usual quotes: `|Ann|,|Lee|`, `$Ann$;$Lee$`, and the thorns that
 * systems for legal documents write. The first line shows both, the mark and what stands between two cells.
 */
import type { DialectOverrides } from "../dialect.ts";

const LONGEST_LINE = 100_000;
const JUDGED_LINES = 20;
/** The thorn and the pilcrow beside punctuation. */
const MARK = /^[^\p{L}\p{N}\s"'\0]|^\u00fe/u;

type Marks = { readonly quote: string; readonly delimiter: string };

/** @returns null where the lines are not built so all through, or a person has named one of the two */
export function quotedThroughout(text: string, { delimiter, quote }: DialectOverrides): Marks | null {
  const mark = text[0] ?? "";
  if (quote !== undefined || delimiter !== undefined || !MARK.test(mark)) return null;
  const lines = text
    .slice(0, LONGEST_LINE)
    .split(/\r\n|\r|\n/, JUDGED_LINES)
    .filter((line) => line !== "");
  const [header = ""] = lines;
  const close = header.indexOf(mark, 1);
  const between = header[close + 1] ?? "";
  if (close < 2 || header[close + 2] !== mark || !/^[^\p{L}\p{N}"']$/u.test(between) || between === mark) return null;
  const edge = mark + between + mark;
  const inner = header.slice(1, -1).split(edge);
  const isBuilt = header.endsWith(mark) && inner.every((cell) => cell !== "" && !cell.includes(mark));
  const begun = lines.filter((line) => line.startsWith(mark) && line.includes(edge)).length;
  return isBuilt && begun * 2 > lines.length ? { quote: mark, delimiter: between } : null;
}
