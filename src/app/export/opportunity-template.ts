/** Templates of files about opportunities and pipelines: headers that map by themselves, and one row that an import takes. */
import type { Field } from "../../core/contact/field.ts";
import { jointFields } from "../../core/opportunity/joint-fields.ts";
import { FOUND_LINKS, OPPORTUNITY_FIELDS } from "../../core/opportunity/opportunity-fields.ts";
import { defaultPipeline } from "../../core/pipeline/pipeline.ts";
import { firstStage } from "../../core/pipeline/pipeline-book.ts";
import { PIPELINE_COLUMNS } from "../../core/pipeline/pipeline-fields.ts";
import { accept, type Result } from "../../core/problem/refusal.ts";
import { encodeId } from "../../core/public-id.ts";
import { protectCell } from "../../core/tabular/rows/protect-cell.ts";
import type { Ports, Workspace } from "../ports.ts";
import { opportunityHeader } from "./export-opportunities.ts";
import { contactsTemplate, type Template, type TemplateRequest } from "./template.ts";
import { exampleValue } from "./template-example.ts";

const KINDS = ["opportunities", "contacts,opportunities", "pipelines"] as const;
export type TemplateKind = (typeof KINDS)[number];

export const isAboutOpportunities = (what: string): what is TemplateKind => KINDS.some((kind) => kind === what);

const EXAMPLES: ReadonlyMap<string, string> = new Map([
  ["external_id", "D-2001"],
  ["name", "Website for Example Industries"],
  ["value", "1200.50"],
  ["status", "open"],
  ["source", "Spring fair"],
  ["close_date", "2026-03-31"],
  ["notes", "An example: replace this row."],
]);
const PIPELINE_EXAMPLE = ["", "Sales", "true", "New", "1", "false", "false"];

export async function opportunityTemplate(
  ports: Pick<Ports, "store">,
  workspace: Workspace,
  { kind, ...request }: TemplateRequest & { readonly kind: TemplateKind },
): Promise<Result<Template>> {
  const { policy } = workspace;
  if (kind === "pipelines") return accept({ rows: [PIPELINE_COLUMNS, PIPELINE_EXAMPLE], policy });
  const cells = await exampleCells(ports, workspace);
  const own = await ports.store.fields.list(workspace.number, "opportunity");
  const deals = [...OPPORTUNITY_FIELDS, ...own].filter(({ key }) => key !== "id" && !FOUND_LINKS.has(key));
  const exampleOf = (field: Field): string =>
    protectCell(cells.get(field.key) ?? (field.builtin ? "" : exampleValue(field)));
  if (kind === "opportunities") {
    const [id, contact] = await firstOnes(ports, workspace, request);
    const head = [...(id === "" ? [] : ["Opportunity ID"]), "Contact ID", "Email", ...deals.map(opportunityHeader)];
    return accept({ rows: [head, [...(id === "" ? [] : [id]), contact, "", ...deals.map(exampleOf)]], policy });
  }
  const contacts = await contactsTemplate(ports, workspace, request);
  if (!contacts.ok) return contacts;
  const joint = jointFields([], deals, { contacts: "made", policy: { match: [] } });
  const [head, example] = contacts.value.rows;
  return accept({
    rows: [
      [...head, ...joint.fields.map(({ label }) => protectCell(label))],
      [...example, ...deals.map(exampleOf)],
    ],
    policy: contacts.value.policy,
  });
}

/** Where there is a pipeline, the example stands in the default one. */
async function exampleCells(
  { store }: Pick<Ports, "store">,
  workspace: Workspace,
): Promise<ReadonlyMap<string, string>> {
  const pipeline = defaultPipeline(await store.pipelines.list(workspace.number));
  const stage = pipeline === null ? null : firstStage(pipeline, "open");
  return new Map([...EXAMPLES, ["pipeline", pipeline?.name ?? ""], ["stage", stage?.name ?? ""]]);
}

/** Who updates needs an opportunity of the workspace as the example; who creates, a contact. */
async function firstOnes(
  { store }: Pick<Ports, "store">,
  { number, idKey }: Workspace,
  { mode }: TemplateRequest,
): Promise<readonly [opportunity: string, contact: string]> {
  const page = { search: null, filters: [], after: 0, limit: 1 };
  const [contact] = await store.contacts.list(number, page);
  const [deal] = mode === "update" ? await store.opportunities.list(number, { ...page, contact: null }) : [];
  const held = Number(deal?.values.get("contact") ?? 0) || contact?.number;
  return [deal ? encodeId("opp", idKey, deal.number) : "", held ? encodeId("con", idKey, held) : ""];
}
