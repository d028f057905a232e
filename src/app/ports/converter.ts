/** What the use cases need of whoever makes rows of what is no delimited text: a port, like those in `ports.ts`. */
import type { Result } from "../../core/problem/refusal.ts";
import type { Evidence } from "../../core/tabular/dialect.ts";
import type { FileFormat } from "../../core/tabular/file-format.ts";
import type { ConvertedFrom } from "../../core/tabular/sniffing/sniff-rows.ts";
import type { TableBytes } from "./table-bytes.ts";

/** Makes text with rows of files that are something else: workbooks, archives, contact cards, JSON. */
export interface Converter {
  /** What the file is, by its own bytes and never by its name; null = text as it is. */
  open(file: TableBytes, ask: { readonly sheet: string | null }): Promise<Result<Conversion | null>>;
}

export type Conversion = {
  /** `csv`: the file is an archive, and the text in it is what is read. */
  readonly format: FileFormat;
  /** A rows file, or the text in the archive. To be read once, to its end: only then is the whole file known to be sound. */
  bytes(): AsyncIterable<Uint8Array>;
  /** Asked after the last byte. */
  result(): Result<Converted>;
  close(): Promise<void>;
};
/** `from`: what the rows file stands for; null = the bytes are text like any other, with what is to be said besides. */
export type Converted = { readonly from: ConvertedFrom | null; readonly evidence: readonly Evidence[] };
