/** What can be taken out of an import: its file, its lines with errors, its receipt. */
import { errorFile } from "../../app/export/error-lines.ts";
import { rowsNotKept, uploadedFile } from "../../app/import/kept-file.ts";
import { isReceipt, makeReceipt, verifyReceipt } from "../../app/import/receipt.ts";
import { findImport } from "../../app/view/find-by-id.ts";
import { problemWordsOf } from "../../app/view/ledger-json.ts";
import { accept, refuse, refuseWith } from "../../core/problem/refusal.ts";
import { unknownProblem } from "../../core/problem/unknown-problem.ts";
import type { Dialect } from "../../core/tabular/dialect.ts";
import type { Bind } from "../bind.ts";
import { errorsFile, importedFile, importReceipt, verifiedImport } from "../contract/import-files.ts";
import { attachment, streamed } from "../download.ts";

export function bindImportFiles(bind: Bind): void {
  bind(errorsFile, async ({ ports, workspace, voice, params, query: { outcome, problem } }) => {
    const unknown = unknownProblem(problem, "request_invalid");
    if (unknown) return refuse(unknown);
    const found = await findImport(ports, workspace, params.id);
    if (!found.ok) return found;
    const record = found.value;
    const gone = rowsNotKept(record);
    if (gone) return refuse(gone);
    const isUnsaid = outcome === undefined && problem === undefined;
    const choice = { outcome: isUnsaid ? ("failed" as const) : (outcome ?? null), problem: problem ?? null };
    const words = problemWordsOf(record, workspace.idKey, voice);
    const name = `${record.settings.source.name.replace(/\.[^.]{1,10}$/, "")} errors.csv`;
    const headers = attachment(name, "text/csv; charset=utf-8");
    return streamed(errorFile(ports, record, { choice, words, limit: null }), headers);
  });

  bind(importedFile, async ({ ports, workspace, params }) => {
    const found = await findImport(ports, workspace, params.id);
    if (!found.ok) return found;
    const { source, dialect } = found.value.settings;
    const kept = uploadedFile(found.value);
    if (!kept.ok) return kept;
    const { key, bytes } = kept.value;
    // Whether it is there at all is known before the first byte is promised.
    await ports.files.slice(key, 0, 1);
    const headers = {
      ...attachment(
        source.name,
        source.original && dialect.format === "csv" ? "application/octet-stream" : typeOf(dialect),
      ),
      "Content-Length": String(bytes),
    };
    return streamed(ports.files.read(key), headers);
  });

  bind(importReceipt, async ({ ports, workspace, params }) => {
    const found = await findImport(ports, workspace, params.id);
    return found.ok ? makeReceipt(ports, workspace, found.value) : found;
  });

  bind(verifiedImport, async ({ ports, workspace, params, body }) => {
    const found = await findImport(ports, workspace, params.id);
    if (!found.ok) return found;
    const { id } = found.value;
    const isGiven = Object.keys(body).length > 0;
    if (isGiven && !isReceipt(body)) return refuseWith("receipt_unreadable", "The body is no receipt.");
    const receipt = isGiven && isReceipt(body) ? accept(body) : await makeReceipt(ports, workspace, found.value);
    if (!receipt.ok) return receipt;
    if (receipt.value.import !== id)
      return refuseWith("receipt_unreadable", `The receipt is of another import than ${id}.`);
    const verified = await verifyReceipt(ports, workspace, receipt.value);
    if (!verified.ok) return verified;
    const { differences, erasedLines, notes } = verified.value;
    return accept({
      ...{ import: id, verified: differences.length === 0 },
      ...{ differences: [...differences], erasedLines: [...erasedLines], notes: [...notes] },
    });
  });
}

const TYPES: Partial<Record<Dialect["format"], string>> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ods: "application/vnd.oasis.opendocument.spreadsheet",
  vcard: "text/vcard",
  json: "application/json",
  ndjson: "application/x-ndjson",
};

/** Text that came in an archive is given back in it. */
function typeOf({ format, delimiter, encoding }: Dialect): string {
  const known = TYPES[format];
  if (known !== undefined) return known;
  if (format !== "csv") return "application/octet-stream";
  return `${delimiter === "\t" ? "text/tab-separated-values" : "text/csv"}; charset=${encoding}`;
}
