/** Opportunities as rows of a table, as JSON, and one of them whole. */
import type { OpportunityView } from "../app/view/opportunity-view.ts";
import { type Field, LIST_TYPES } from "../core/contact/field.ts";
import { parseList } from "../core/contact/list-text.ts";
import { KEPT_PREFIX } from "../core/plan/shape.ts";
import { shown } from "../core/problem/shown-text.ts";
import { renderTable } from "./table.ts";
import type { Terminal } from "./terminal.ts";
import { moment } from "./text.ts";

export function opportunityTable(views: readonly OpportunityView[], width: number): readonly string[] {
  const heads = ["Opportunity", "Name", "Contact", "Pipeline", "Stage", "Value", "Status"].map((head) => ({ head }));
  const rows = views.map(({ id, row, contact, pipeline, stage }) => [
    id,
    shown(row.values.get("name") ?? ""),
    shown(contact?.name ?? ""),
    shown(pipeline?.name ?? ""),
    shown(stage?.name ?? ""),
    ...["value", "status"].map((key) => shown(row.values.get(key) ?? "")),
  ]);
  return renderTable(heads, rows, width);
}

export function opportunityText(
  view: OpportunityView,
  fields: readonly Field[],
  terminal: Terminal,
): readonly string[] {
  const { id, row, contact, account, pipeline, stage } = view;
  const links: ReadonlyMap<string, string> = new Map([
    ["contact", contact === null ? "" : `${contact.name} (${contact.id})`],
    ["account", account === null ? "" : `${account.name} (${account.id})`],
    ["pipeline", pipeline?.name ?? ""],
    ["stage", stage?.name ?? ""],
  ]);
  const known = fields.map(({ key, label, type }) => {
    const value = links.get(key) ?? row.values.get(key) ?? "";
    return [shown(label), shown(LIST_TYPES.has(type) ? parseList(value).join(", ") : value)];
  });
  const kept = [...row.values].filter(([key]) => key.startsWith(KEPT_PREFIX));
  const rows = [...known, ...kept.map(([key, value]) => [shown(key.slice(KEPT_PREFIX.length)), shown(value)])];
  return [
    terminal.style("bold", `${id}  ${shown(row.values.get("name") ?? "")}`),
    `  made ${moment(row.createdAt)}, last changed ${moment(row.updatedAt)}`,
    "",
    ...renderTable(
      ["Field", "Value"].map((head) => ({ head })),
      rows.filter(([, value]) => value !== ""),
      terminal.width,
    ),
  ];
}
