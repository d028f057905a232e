/** The dialect as programs are shown it: of a converted file only what the file itself has. */
import type { Dialect } from "./dialect.ts";

export function dialectJson(dialect: Dialect): Partial<Dialect> {
  if (!dialect.numbered) return dialect;
  const { format, sheet, header, preambleLines, confidence, evidence } = dialect;
  return {
    format,
    ...(sheet === undefined ? {} : { sheet }),
    header,
    ...(preambleLines === undefined ? {} : { preambleLines }),
    confidence,
    evidence,
  };
}
