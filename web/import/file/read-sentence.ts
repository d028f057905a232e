/** How a file is read, in one sentence. */
import type { Dialect } from "../../../src/core/tabular/dialect.ts";
import { useFormat } from "../../words/use-format.ts";
import { useWords } from "../../words/words-provider.tsx";

/** As the API tells it: of a workbook only what a workbook has. */
export type ShownDialect = Partial<Dialect>;

export function useReadSentence(dialect: ShownDialect | null): string {
  const { importFile } = useWords();
  const { number } = useFormat();
  if (dialect === null) return importFile.unread;
  const { format = "csv", sheet, encoding, delimiter, header, preambleLines = 0 } = dialect;
  const formatName = importFile.format[format as keyof typeof importFile.format] ?? format.toUpperCase();
  const headerWords = (): string => {
    if (!header) return importFile.headerNone;
    return preambleLines > 0 ? importFile.headerOn(number(preambleLines + 1)) : importFile.headerFirst;
  };
  const parts = [
    sheet === undefined ? null : importFile.sheetNamed(sheet),
    encoding === undefined ? null : encodingName(encoding),
    delimiter === undefined ? null : importFile.partedBy(delimiterName(delimiter, importFile.delimiter)),
    namesItsCells(dialect) ? null : headerWords(),
  ];
  return importFile.readAs([formatName, ...parts.filter((part) => part !== null)].join(", "));
}

const NAMING_FORMATS: readonly string[] = ["vcard", "ldif", "json", "ndjson", "recipients", "labelled"];

/** Each of its values stands under its own name: there is no row of names that could be there or not. */
export const namesItsCells = (dialect: ShownDialect | null): boolean =>
  NAMING_FORMATS.includes(dialect?.format ?? "csv");

export const encodingName = (encoding: string): string => encoding.replace(/^(utf|iso)/, (name) => name.toUpperCase());

export const delimiterName = (sign: string, names: Readonly<Record<string, string>>): string => names[sign] ?? sign;
