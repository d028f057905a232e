/** A stored file that is text, or was made text. */
import type { Converted } from "../../ports/converter.ts";
import type { ImportSettings } from "../import-settings.ts";

export type ConvertedSource = {
  readonly source: ImportSettings["source"];
  /** Null = the file is text as it is. */
  readonly converted: Converted | null;
};
