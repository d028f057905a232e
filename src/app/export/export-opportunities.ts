/** Opportunities, and pipelines with their stages, as tables to be edited and imported again: what is not edited changes nothing. */
import type { Field } from "../../core/contact/field.ts";
import { safeCell } from "../../core/contact/safe-cell.ts";
import { valueSettingsOf } from "../../core/contact/value-settings.ts";
import { OPPORTUNITY_FIELDS } from "../../core/opportunity/opportunity-fields.ts";
import { defaultPipeline } from "../../core/pipeline/pipeline.ts";
import { PipelineBook } from "../../core/pipeline/pipeline-book.ts";
import { PIPELINE_COLUMNS } from "../../core/pipeline/pipeline-fields.ts";
import { pipelineIds } from "../../core/pipeline/pipeline-ids.ts";
import { KEPT_PREFIX } from "../../core/plan/shape.ts";
import { accept, type Result } from "../../core/problem/refusal.ts";
import { encodeId } from "../../core/public-id.ts";
import { protectCell } from "../../core/tabular/rows/protect-cell.ts";
import { CONTACTS_PAGE } from "../limits.ts";
import type { OpportunityFilter, OpportunityRow } from "../ports/opportunity-store.ts";
import type { Ports, Workspace } from "../ports.ts";
import { readOpportunityFilters } from "../view/opportunity-filter.ts";
import type { ExportPage, ExportRequest } from "./export-contacts.ts";

type Column = { readonly header: string; readonly cell: (row: OpportunityRow) => string };

/** The header under which a file of opportunities names a field. */
export const opportunityHeader = ({ key, label }: Pick<Field, "key" | "label">): string =>
  key === "name" ? "Opportunity name" : key === "contact" ? "Contact ID" : label;

export async function exportOpportunities(
  ports: Pick<Ports, "store">,
  workspace: Workspace,
  request: Pick<ExportRequest, "search" | "filters">,
): Promise<Result<AsyncIterable<ExportPage>>> {
  const filters = await readOpportunityFilters(ports, workspace, request.filters);
  if (!filters.ok) return filters;
  const columns = await columnsOf(ports, workspace);
  return accept(pages(ports, workspace, { columns, search: request.search, filters: filters.value }));
}

async function columnsOf({ store }: Pick<Ports, "store">, workspace: Workspace): Promise<readonly Column[]> {
  const { number, idKey, policy } = workspace;
  const book = new PipelineBook(await store.pipelines.list(number), pipelineIds(idKey));
  const used = await store.opportunities.usedFields(number);
  const own = await store.fields.list(number, "opportunity");
  const cellOf = (field: Field): Column["cell"] => {
    const shownAs = safeCell(field, valueSettingsOf(policy));
    return ({ values }) => shownAs(shownValue(field.key, values, { book, idKey }));
  };
  // An account is what its contact's is, unless the line said otherwise: by its record id no column refers to one.
  const fields = [...OPPORTUNITY_FIELDS, ...own].filter(({ key }) => used.includes(key) && key !== "account");
  return [
    { header: "Opportunity ID", cell: (row) => encodeId("opp", idKey, row.number) },
    ...fields.map((field) => ({ header: protectCell(opportunityHeader(field)), cell: cellOf(field) })),
    ...used
      .filter((key) => key.startsWith(KEPT_PREFIX))
      .map((key) => ({
        header: protectCell(key.slice(KEPT_PREFIX.length)),
        cell: ({ values }: OpportunityRow) => protectCell(values.get(key) ?? ""),
      })),
  ];
}

function shownValue(
  key: string,
  values: ReadonlyMap<string, string>,
  { book, idKey }: { readonly book: PipelineBook; readonly idKey: number },
): string {
  const value = values.get(key) ?? "";
  if (value === "") return "";
  const pipeline = book.get(values.get("pipeline") ?? "");
  if (key === "contact") return encodeId("con", idKey, Number(value));
  // A name that means another one is no help: the id then stands for it.
  if (key === "pipeline")
    return pipeline !== null && book.find(pipeline.name) === pipeline
      ? pipeline.name
      : encodeId("pip", idKey, Number(value));
  if (key !== "stage") return value;
  const stage = pipeline?.stages.find(({ id }) => id === Number(value));
  return pipeline && stage && book.stage(pipeline, stage.name) === stage
    ? stage.name
    : encodeId("stg", idKey, Number(value));
}

async function* pages(
  { store }: Pick<Ports, "store">,
  workspace: Workspace,
  wanted: {
    readonly columns: readonly Column[];
    readonly search: string | null;
    readonly filters: readonly OpportunityFilter[];
  },
): AsyncIterable<ExportPage> {
  const { columns, ...query } = wanted;
  yield { rows: [columns.map(({ header }) => header)], contacts: 0 };
  for (let after = 0; ; ) {
    const rows = await store.opportunities.list(workspace.number, {
      ...query,
      ...{ contact: null, after, limit: CONTACTS_PAGE },
    });
    if (rows.length > 0) yield { rows: rows.map((row) => columns.map(({ cell }) => cell(row))), contacts: rows.length };
    if (rows.length < CONTACTS_PAGE) return;
    after = rows.at(-1)?.number ?? after;
  }
}

/** One line for each stage. */
export async function* exportPipelines(
  { store }: Pick<Ports, "store">,
  workspace: Workspace,
): AsyncIterable<ExportPage> {
  yield { rows: [PIPELINE_COLUMNS], contacts: 0 };
  const pipelines = await store.pipelines.list(workspace.number);
  const first = defaultPipeline(pipelines);
  for (const pipeline of pipelines) {
    const rows = pipeline.stages.map(({ name, position, closed }) => [
      encodeId("pip", workspace.idKey, pipeline.id),
      protectCell(pipeline.name),
      ...[String(pipeline === first), protectCell(name), position],
      ...[String(closed === "won"), String(closed === "lost")],
    ]);
    yield { rows, contacts: rows.length };
  }
}
