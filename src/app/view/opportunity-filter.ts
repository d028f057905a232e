/** Filters on opportunities as people write them: `status=won`, `pipeline=Sales`, `stage!=Lost`, `value=`, `contact=con_…`. */
import { valueReader } from "../../core/contact/value-reader.ts";
import { valueSettingsOf } from "../../core/contact/value-settings.ts";
import { builtinFieldsOf } from "../../core/object/builtin-fields-of.ts";
import { PipelineBook } from "../../core/pipeline/pipeline-book.ts";
import { pipelineIds } from "../../core/pipeline/pipeline-ids.ts";
import { accept, type Refused, type Result, refuse } from "../../core/problem/refusal.ts";
import { shown } from "../../core/problem/shown-text.ts";
import { decodeId } from "../../core/public-id.ts";
import type { OpportunityFilter } from "../ports/opportunity-store.ts";
import type { Ports, Workspace } from "../ports.ts";
import { type ContactField, findContactField } from "./contact-field.ts";

const SHAPE = /^(.*?)(!=|=|~)(.*)$/s;

export async function readOpportunityFilters(
  { store }: Pick<Ports, "store">,
  workspace: Workspace,
  texts: readonly string[],
): Promise<Result<readonly OpportunityFilter[]>> {
  if (texts.length === 0) return accept([]);
  const fields = [...builtinFieldsOf("opportunity"), ...(await store.fields.list(workspace.number, "opportunity"))];
  const book = new PipelineBook(await store.pipelines.list(workspace.number), pipelineIds(workspace.idKey));
  const filters: OpportunityFilter[] = [];
  for (const text of texts) {
    const [, word = "", sign = "", value = ""] = SHAPE.exec(text) ?? [];
    if (sign === "") return invalidFilter(`“${shown(text)}” is no filter.`);
    const field = findContactField(word, fields, []);
    if (!field.ok) return field;
    const filter = filterOf({ ...field.value, sign, value: value.trim() }, workspace, book);
    if (!filter.ok) return filter;
    filters.push(filter.value);
  }
  return accept(filters);
}

type Said = ContactField & { readonly sign: string; readonly value: string };

function filterOf(
  { key, list, field, sign, value }: Said,
  workspace: Workspace,
  book: PipelineBook,
): Result<OpportunityFilter> {
  if (key === "id") return invalidFilter("Opportunities are not filtered by their id.");
  const about = { field: key, list };
  if (value === "") {
    if (sign === "~") return invalidFilter(`The filter on ${shown(key)} does not say what to look for.`);
    return accept({ ...about, op: sign === "=" ? "empty" : "not_empty", value });
  }
  const op = sign === "=" ? "is" : "is_not";
  if (field?.type === "link") {
    if (sign === "~") return invalidFilter(`${field.label} is filtered by = and != only.`);
    return accept({ ...about, op, value, links: linksOf(key, value, { workspace, book }) });
  }
  if (sign === "~") return accept({ ...about, op: "contains", value });
  const reading = field === null ? value : valueReader(field, valueSettingsOf(workspace.policy))(value);
  return accept({ ...about, op, value: typeof reading === "string" && reading !== "" ? reading : value });
}

/** Numbers behind an id or a name; several stages may have one name. */
function linksOf(
  field: string,
  value: string,
  { workspace, book }: { readonly workspace: Workspace; readonly book: PipelineBook },
): readonly number[] {
  switch (field) {
    case "pipeline":
      return [book.find(value)?.id ?? -1];
    case "stage":
      return book.withStage(value).flatMap((pipeline) => book.stage(pipeline, value)?.id ?? []);
    default:
      return [decodeId(field === "contact" ? "con" : "acc", workspace.idKey, value) ?? -1];
  }
}

const invalidFilter = (message: string): Refused =>
  refuse({
    code: "arguments_invalid",
    message,
    fix: "Write --filter 'status=won', 'pipeline=Sales', 'stage!=Lost', 'name~website', 'value=' (has none) or 'contact=con_…'.",
  });
