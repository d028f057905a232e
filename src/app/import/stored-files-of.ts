/** Keys of the stored files that an import is of: its rows, the file that they were made of, and what was corrected in them. */
import type { ImportSettings } from "./import-settings.ts";

export const storedFilesOf = ({ source, fixes }: Pick<ImportSettings, "source" | "fixes">): readonly string[] =>
  [source.key, source.original?.key, fixes?.key].filter((key) => key !== undefined);
