/** Opportunities as rows of a table, and one of them whole, made of what programs read of it: the same of a data folder and of a server. */
import type { opportunityJson } from "../../app/view/opportunity-json.ts";
import { shown } from "../../core/problem/shown-text.ts";
import type { Terminal } from "../terminal.ts";
import { calledText, type NamedField, stampText } from "./past-text.ts";
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
  opportunity: OpportunityJson,
  fields: readonly NamedField[],
  terminal: Terminal,
): readonly string[] {
  const { id, contact, account, pipeline, stage, kept } = opportunity;
  const links: ReadonlyMap<string, string> = new Map([
    ["contact", contact === null ? "" : `${contact.name} (${contact.id})`],
    ["account", account === null ? "" : `${account.name} (${account.id})`],
    ["pipeline", pipeline?.name ?? ""],
    ["stage", stage?.name ?? ""],
  ]);
  const known = fields
    .filter(({ key }) => key !== "id")
    .map(({ key, label }) => [shown(label), cellText(links.get(key) ?? heldIn(opportunity, key))]);
  const others = Object.entries(kept).map(([name, value]) => [shown(name), cellText(value)]);
  return [
    terminal.style("bold", calledText(id, cellText(heldIn(opportunity, "name")))),
    stampText(opportunity),
    "",
    ...renderTable(
      ["Field", "Value"].map((head) => ({ head })),
      [...known, ...others].filter(([, value]) => value !== ""),
      terminal.width,
    ),
  ];
}
