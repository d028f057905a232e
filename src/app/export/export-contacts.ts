/**
 * Contacts, or accounts, as a table that can be edited in a spreadsheet and imported again: the record id first, no cell that runs as
 * a formula, every value read back as it was. Contacts are read page by page, so memory does not grow with them.
 */
import type { ObjectKind } from "../../core/object/object-kind.ts";
import { muster } from "../../core/policy/presets/muster.ts";
import { findPreset } from "../../core/policy/presets.ts";
import { accept, type Result } from "../../core/problem/refusal.ts";
import { CONTACTS_PAGE, SAMPLE_ROWS } from "../limits.ts";
import type { ContactQuery, ObjectRow, Ports, Workspace } from "../ports.ts";
import { readContactFilters } from "../view/contact-filter.ts";
import { loadContactSchema } from "../view/contact-schema.ts";
import { objectRows } from "../view/object-rows.ts";
import { wholeTags } from "../workspace/whole-tags.ts";
import { csvWriter } from "./csv-writer.ts";
import { type ExportColumn, exportColumns } from "./export-columns.ts";
import { rememberExport } from "./remember-export.ts";

export type ExportRequest = {
  /** Absent = contacts. */
  readonly object?: ObjectKind;
  readonly search: string | null;
  /** `tag=vip` texts; a contact has to pass all of them. */
  readonly filters: readonly string[];
  /** Fields in order; null = every field that any contact has a value of. */
  readonly fields: readonly string[] | null;
  /** These contacts alone, by number, whatever search and filters say; absent = all that they leave. */
  readonly named?: readonly number[];
  /** These contacts not, by number. */
  readonly except?: readonly number[];
  /** Whoever exports may write nothing, not even how the export maps when it comes back. */
  readonly isReadOnly?: boolean;
};

/** Rows of the table, the header first, and how many contacts are in them. Cells are protected, as in a CSV file. */
export type ExportPage = { readonly rows: readonly (readonly string[])[]; readonly contacts: number };

/** A part of the CSV file, to be written as UTF-8. */
export type ExportPiece = { readonly text: string; readonly contacts: number };

export async function exportRows(
  ports: Pick<Ports, "store" | "now">,
  workspace: Workspace,
  request: ExportRequest,
): Promise<Result<AsyncIterable<ExportPage>>> {
  const filters = await readContactFilters(ports, workspace, request.filters, request.object);
  if (!filters.ok) return filters;
  const schema = {
    ...(await loadContactSchema(ports, workspace, request.object)),
    knownTags: await wholeTags(ports.store, { workspace: workspace.number, policy: workspace.policy }),
  };
  const columns = exportColumns(workspace, findPreset(workspace.preset) ?? muster, schema, request);
  if (!columns.ok) return columns;
  const wanted = { search: request.search, filters: filters.value };
  const rows = request.named ? namedRows(ports, request.named) : objectRows(ports.store, request.object ?? "contact");
  const sample = await rows.list(workspace.number, { ...wanted, after: 0, limit: SAMPLE_ROWS });
  if (request.isReadOnly !== true)
    await rememberExport(ports, workspace, { ...request, columns: columns.value, fields: schema.fields, sample });
  return accept(exportPages(columns.value, pagesOf(rows, workspace, wanted), new Set(request.except)));
}

export async function* exportCsv(
  { policy }: Pick<Workspace, "policy">,
  pages: AsyncIterable<ExportPage>,
): AsyncIterable<ExportPiece> {
  const csv = csvWriter(policy);
  let first = true;
  for await (const { rows, contacts } of pages) {
    yield { text: rows.map(first ? csv.header : csv.line).join(""), contacts };
    first = false;
  }
}

/** The header is a page of its own. */
async function* exportPages(
  columns: readonly ExportColumn[],
  pages: AsyncIterable<readonly ObjectRow[]>,
  except: ReadonlySet<number>,
): AsyncIterable<ExportPage> {
  yield { rows: [columns.map(({ header }) => header)], contacts: 0 };
  for await (const page of pages) {
    const meant = page.filter(({ number }) => !except.has(number));
    yield { rows: meant.map((contact) => columns.map(({ cell }) => cell(contact))), contacts: meant.length };
  }
}

/** In the order of their numbers; those that are gone are left out. */
const namedRows = ({ store }: Pick<Ports, "store">, named: readonly number[]): Rows => ({
  async list(workspace, { after, limit }) {
    const rows: ObjectRow[] = [];
    for (const number of named.filter((one) => one > after)) {
      if (rows.length === limit) break;
      const row = await store.contacts.get(workspace, number);
      if (row) rows.push(row);
    }
    return rows;
  },
});

type Rows = Pick<ReturnType<typeof objectRows>, "list">;

async function* pagesOf(
  rows: Rows,
  workspace: Workspace,
  wanted: Pick<ContactQuery, "search" | "filters">,
): AsyncIterable<readonly ObjectRow[]> {
  let after = 0;
  for (;;) {
    const page = await rows.list(workspace.number, { ...wanted, after, limit: CONTACTS_PAGE });
    if (page.length > 0) yield page;
    if (page.length < CONTACTS_PAGE) return;
    after = page.at(-1)?.number ?? after;
  }
}
