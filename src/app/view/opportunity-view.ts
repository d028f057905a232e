/** Opportunities as people see them: with the names and ids of the contact, account, pipeline and stage they hold on to. */
import type { Pipeline, Stage } from "../../core/pipeline/pipeline.ts";
import { encodeId } from "../../core/public-id.ts";
import type { OpportunityRow } from "../ports/opportunity-store.ts";
import type { Ports, Workspace } from "../ports.ts";
import { accountName } from "./account-name.ts";

type Named = { readonly id: string; readonly name: string };

export type OpportunityView = {
  readonly id: string;
  readonly row: OpportunityRow;
  readonly contact: Named | null;
  /** Its own, else that of its contact. */
  readonly account: Named | null;
  readonly pipeline: Pipeline | null;
  readonly stage: Stage | null;
};

export async function viewOpportunities(
  { store }: Pick<Ports, "store">,
  workspace: Workspace,
  rows: readonly OpportunityRow[],
): Promise<readonly OpportunityView[]> {
  if (rows.length === 0) return [];
  const pipelines = new Map((await store.pipelines.list(workspace.number)).map((one) => [one.id, one]));
  const views: OpportunityView[] = [];
  for (const row of rows) {
    const link = (field: string): number => Number(row.values.get(field) ?? 0);
    const contact = await store.contacts.get(workspace.number, link("contact"));
    const account = await store.accounts.get(workspace.number, link("account") || (contact?.account ?? 0));
    const pipeline = pipelines.get(link("pipeline")) ?? null;
    views.push({
      id: encodeId("opp", workspace.idKey, row.number),
      row,
      contact: contact && {
        id: encodeId("con", workspace.idKey, contact.number),
        name: personName(contact.values),
      },
      account: account && {
        id: encodeId("acc", workspace.idKey, account.number),
        name: accountName(account),
      },
      pipeline,
      stage: pipeline?.stages.find(({ id }) => id === link("stage")) ?? null,
    });
  }
  return views;
}

function personName(values: ReadonlyMap<string, string>): string {
  const parts = ["first_name", "last_name"].flatMap((field) => values.get(field) ?? []).join(" ");
  return values.get("full_name") ?? (parts || (values.get("email") ?? values.get("phone") ?? ""));
}
