/**
 * Contacts as a CSV file that can be edited in a spreadsheet and imported again: the record id first, no cell that runs as
 * a formula, every value read back as it was. Contacts are read page by page, so memory does not grow with them.
 */
import { muster } from "../core/policy/presets/muster.ts";
import { findPreset } from "../core/policy/presets.ts";
import { accept, type Result } from "../core/problem/refusal.ts";
import { readContactFilters } from "./contact-filter.ts";
import { loadContactSchema } from "./contact-schema.ts";
import { type CsvWriter, csvWriter } from "./csv-writer.ts";
import { type ExportColumn, exportColumns } from "./export-columns.ts";
import { CONTACTS_PAGE, SAMPLE_ROWS } from "./limits.ts";
import type { ContactQuery, ContactRow, Ports, Workspace } from "./ports.ts";
import { rememberExport } from "./remember-export.ts";

export type ExportRequest = {
  readonly search: string | null;
  /** `tag=vip` texts; a contact has to pass all of them. */
  readonly filters: readonly string[];
  /** Fields in order; null = every field that any contact has a value of. */
  readonly fields: readonly string[] | null;
};

/** A part of the file, to be written as UTF-8, and how many contacts are in it. */
export type ExportPiece = { readonly text: string; readonly contacts: number };

export async function exportContacts(
  ports: Pick<Ports, "store" | "now">,
  workspace: Workspace,
  request: ExportRequest,
): Promise<Result<AsyncIterable<ExportPiece>>> {
  const filters = await readContactFilters(ports, workspace, request.filters);
  if (!filters.ok) return filters;
  const schema = await loadContactSchema(ports, workspace);
  const columns = exportColumns(workspace, findPreset(workspace.preset) ?? muster, schema, request.fields);
  if (!columns.ok) return columns;
  const wanted = { search: request.search, filters: filters.value };
  const { contacts } = ports.store;
  const sample = await contacts.list(workspace.number, { ...wanted, after: 0, limit: SAMPLE_ROWS });
  await rememberExport(ports, workspace, { columns: columns.value, fields: schema.fields, sample });
  return accept(csvPieces(csvWriter(workspace.policy), columns.value, contactPages(ports, workspace, wanted)));
}

async function* csvPieces(
  csv: CsvWriter,
  columns: readonly ExportColumn[],
  pages: AsyncIterable<readonly ContactRow[]>,
): AsyncIterable<ExportPiece> {
  yield { text: csv.header(columns.map(({ header }) => header)), contacts: 0 };
  for await (const page of pages) {
    const lines = page.map((contact) => csv.line(columns.map(({ cell }) => cell(contact))));
    yield { text: lines.join(""), contacts: page.length };
  }
}

async function* contactPages(
  { store }: Pick<Ports, "store">,
  workspace: Workspace,
  wanted: Pick<ContactQuery, "search" | "filters">,
): AsyncIterable<readonly ContactRow[]> {
  let after = 0;
  for (;;) {
    const page = await store.contacts.list(workspace.number, { ...wanted, after, limit: CONTACTS_PAGE });
    if (page.length > 0) yield page;
    if (page.length < CONTACTS_PAGE) return;
    after = page.at(-1)?.number ?? after;
  }
}
