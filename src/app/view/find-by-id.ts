/** From the ids that people type to the numbers behind them. */
import { defaultPipeline, type Pipeline } from "../../core/pipeline/pipeline.ts";
import { PipelineBook } from "../../core/pipeline/pipeline-book.ts";
import { pipelineIds } from "../../core/pipeline/pipeline-ids.ts";
import { nearWords } from "../../core/problem/near-words.ts";
import { accept, type Result, refuse, refuseNaming, refuseWith } from "../../core/problem/refusal.ts";
import { shown } from "../../core/problem/shown-text.ts";
import { decodeId } from "../../core/public-id.ts";
import { importsOf } from "../import/imports-of.ts";
import { wroteSomething } from "../import/undoing/nothing-to-undo.ts";
import type { SavedMapping } from "../ports/mapping-store.ts";
import type { AccountRow, ContactRow, ImportRecord, Ports, Workspace } from "../ports.ts";
import { tallyOf } from "./import-json.ts";
import { type OpportunityView, viewOpportunities } from "./opportunity-view.ts";

/** `latest` stands for the newest import. */
export async function findImport(ports: Ports, workspace: Workspace, id: string): Promise<Result<ImportRecord>> {
  const { imports } = ports.store;
  const number = decodeId("imp", workspace.idKey, id);
  const record =
    id === "latest"
      ? ((await imports.list(workspace.number, { limit: 1, before: null }))[0] ?? null)
      : number === null
        ? null
        : await imports.get({ workspace: workspace.number, import: number });
  if (record) return accept(record);
  if (id === "latest")
    return refuse({
      code: "import_unknown",
      message: "Nothing was imported into this workspace yet.",
      fix: "Begin with muster import FILE; --data and --workspace say where, if it was imported elsewhere.",
    });
  return refuseWith("import_unknown", `There is no import ${id} in this workspace.`);
}

/** `latest` stands for the import that began to write last, which may have been planned before others, where there is one. */
export async function findImportToUndo(ports: Ports, workspace: Workspace, id: string): Promise<Result<ImportRecord>> {
  if (id !== "latest") return findImport(ports, workspace, id);
  let latest: ImportRecord | null = null;
  for (const record of await importsOf(ports, workspace.number)) {
    const began = record.startedAt ?? 0;
    if (began > (latest?.startedAt ?? -1) && wroteSomething({ state: record.state, ...tallyOf(record) }))
      latest = record;
  }
  return latest === null ? findImport(ports, workspace, id) : accept(latest);
}

export async function findContact(ports: Ports, workspace: Workspace, id: string): Promise<Result<ContactRow>> {
  const number = decodeId("con", workspace.idKey, id);
  const contact = number === null ? null : await ports.store.contacts.get(workspace.number, number);
  return contact ? accept(contact) : refuseWith("contact_unknown", `There is no contact ${id} in this workspace.`);
}

export async function findAccount(ports: Ports, workspace: Workspace, id: string): Promise<Result<AccountRow>> {
  const number = decodeId("acc", workspace.idKey, id);
  const account = number === null ? null : await ports.store.accounts.get(workspace.number, number);
  return account ? accept(account) : refuseWith("account_not_found", `There is no account ${id} in this workspace.`);
}

export async function findOpportunity(
  ports: Ports,
  workspace: Workspace,
  id: string,
): Promise<Result<OpportunityView>> {
  const number = decodeId("opp", workspace.idKey, id);
  const row = number === null ? null : await ports.store.opportunities.get(workspace.number, number);
  const [view] = row === null ? [] : await viewOpportunities(ports, workspace, [row]);
  return view
    ? accept(view)
    : refuseNaming("opportunity_unknown", [id], `There is no opportunity ${shown(id)} in this workspace.`);
}

/** By id, by another system's id, or by name. */
export async function findPipeline(
  ports: Pick<Ports, "store">,
  workspace: Workspace,
  word: string,
): Promise<Result<{ readonly pipeline: Pipeline; readonly isDefault: boolean }>> {
  const pipelines = await ports.store.pipelines.list(workspace.number);
  const pipeline = new PipelineBook(pipelines, pipelineIds(workspace.idKey)).find(word);
  if (pipeline) return accept({ pipeline, isDefault: defaultPipeline(pipelines) === pipeline });
  const names = pipelines.map(({ name }) => name);
  const near = nearWords(word, names).map(shown);
  const hint = near.length > 0 ? ` Did you mean ${near.join(" or ")}?` : "";
  return refuseNaming("pipeline_not_found", [word], `There is no pipeline ${shown(word)} in this workspace.${hint}`);
}

/** By name or id. */
export async function findMapping(
  { store }: Pick<Ports, "store">,
  workspace: Workspace,
  word: string,
): Promise<Result<SavedMapping>> {
  const found =
    (await store.mappings.byName(workspace.number, word)) ??
    (await store.mappings.byFingerprint(workspace.number, word));
  return found
    ? accept(found)
    : refuseNaming("mapping_unknown", [word], `No mapping is remembered as “${shown(word)}”.`);
}
