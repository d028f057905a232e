/** Opportunities as rows of a table, and one of them whole, made of what programs read of it: the same of a data folder and of a server. */
import type { OpportunityCardJson, opportunityJson } from "../../app/view/opportunity-json.ts";
import { shown } from "../../core/problem/shown-text.ts";
import type { Terminal } from "../terminal.ts";
import { calledText, type NamedField, pastText } from "./past-text.ts";
import { renderTable } from "./table.ts";
import { printable } from "./text.ts";
import { cellText } from "./value-text.ts";

export type OpportunityJson = ReturnType<typeof opportunityJson>;

export function opportunityTable(opportunities: readonly OpportunityJson[], width: number): readonly string[] {
  const heads = ["Opportunity", "Name", "Contact", "Pipeline", "Stage", "Value", "Status"].map((head) => ({ head }));
  const rows = opportunities.map((opportunity) => [
    printable(opportunity.id),
    cellText(heldIn(opportunity, "name")),
    ...[opportunity.contact, opportunity.pipeline, opportunity.stage].map((linked) => shown(linked?.name ?? "")),
    ...["value", "status"].map((key) => cellText(heldIn(opportunity, key))),
  ]);
  return renderTable(heads, rows, width);
}

const heldIn = (opportunity: Readonly<Record<string, unknown>>, key: string): unknown => opportunity[key];

export function opportunityText(
  opportunity: OpportunityCardJson,
  fields: readonly NamedField[],
  terminal: Terminal,
): readonly string[] {
  const { id, contact, account, pipeline, stage } = opportunity;
  const ofContact = account !== null && !Object.hasOwn(opportunity.origins, "account");
  const named = {
    contact: calledLink(contact),
    account: calledLink(account),
    pipeline: pipeline?.name,
    stage: stage?.name,
  };
  return [
    terminal.style("bold", calledText(id, cellText(heldIn(opportunity, "name")))),
    ...(ofContact ? [`  its contact belongs to ${shown(named.account)}`] : []),
    ...pastText({ ...opportunity, ...named }, fields, terminal),
  ];
}

const calledLink = (link: OpportunityJson["contact"]): string => (link === null ? "" : `${link.name} (${link.id})`);
