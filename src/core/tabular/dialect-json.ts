/** The dialect as programs are shown it: of a converted file only what the file itself has, and nothing that only the reader uses. */
import type { Dialect } from "./dialect.ts";

export function dialectJson(dialect: Dialect): Partial<Dialect> {
  const { columns: _columns, titles: _titles, ...shown } = dialect;
  if (!dialect.numbered) return shown;
  const { format, sheet, header, preambleLines, confidence, evidence } = shown;
  return {
    format,
    ...(sheet === undefined ? {} : { sheet }),
    header,
    ...(preambleLines === undefined ? {} : { preambleLines }),
    confidence,
    evidence,
  };
}
