/** `--format` and `--out`: which kind of file an export or a template is. */
import { accept, type Refusal, type Result, refuse } from "../core/problem/refusal.ts";
import { shown } from "../core/problem/shown-text.ts";
import type { Terminal } from "./terminal.ts";

export type OutputFormat = "csv" | "xlsx";

/** What was said, else what the file's name says, else CSV. */
export function outputFormat(
  terminal: Terminal,
  { format, out }: { readonly format?: string; readonly out?: string },
): Result<OutputFormat> {
  const wanted = (
    format ??
    (/\.(xlsx|xlsm|xlsb|xls|ods|pdf|vcf|json|ndjson|zip|gz)$/i.exec(out ?? "")?.[1] || "csv")
  ).toLowerCase();
  if (wanted === "csv") return accept(wanted);
  if (wanted !== "xlsx") {
    return invalid(`No ${shown(wanted)} file can be written, only csv and xlsx.`, "Use --format csv or --format xlsx.");
  }
  if ((out === undefined || out === "-") && terminal.streams.stdout.isTTY === true) {
    return invalid("A workbook is no text that a terminal could show.", "Name a file for it: --out contacts.xlsx.");
  }
  return accept(wanted);
}

const invalid = (message: string, fix: string): { readonly ok: false; readonly refusal: Refusal } =>
  refuse({ code: "arguments_invalid", message, fix });
