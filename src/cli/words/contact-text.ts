/** Contacts as rows of a table, and one of them whole, made of what programs read of it: the same of a data folder and of a server. */
import type { ContactRow } from "../../app/ports.ts";
import type { CardJson } from "../../app/view/contact-json.ts";
import { contactId } from "../../app/view/contact-json.ts";
import { contactName } from "../../app/view/contact-name.ts";
import { parseList } from "../../core/contact/list-text.ts";
import { shown } from "../../core/problem/shown-text.ts";
import type { Terminal } from "../terminal.ts";
import { type OpportunityJson, opportunityTable } from "./opportunity-text.ts";
import { calledText, changesText, changeText, type NamedField, pastText, textsOf } from "./past-text.ts";
import { renderTable } from "./table.ts";
import { moment, printable } from "./text.ts";

export function contactTable(idKey: number, contacts: readonly ContactRow[], width: number): readonly string[] {
  const heads = ["Contact", "Name", "Email", "Phone", "Account", "Tags"].map((head) => ({ head }));
  const rows = contacts.map((contact) => [
    contactId(idKey, contact),
    shown(contactName(contact)),
    ...["email", "phone", "account_name"].map((key) => shown(contact.values.get(key) ?? "")),
    shown(parseList(contact.values.get("tags") ?? "").join(", ")),
  ]);
  return renderTable(heads, rows, width);
}

/** As `contacts show --json` prints it. */
export type WholeContact = CardJson & { readonly opportunities: readonly OpportunityJson[] };

export function cardText(card: WholeContact, fields: readonly NamedField[], terminal: Terminal): readonly string[] {
  const { belongsTo, merges, bulkChanges, opportunities } = card;
  const heading = (text: string): readonly string[] => ["", terminal.style("bold", text)];
  const isMain = belongsTo?.isMainContact ? ", whose main contact it is" : "";
  return [
    terminal.style("bold", calledText(card.id, contactName({ values: textsOf(card) }))),
    ...(belongsTo === null ? [] : [`  belongs to ${calledText(belongsTo.id, belongsTo.name)}${isMain}`]),
    ...pastText(card, fields, terminal),
    ...(merges.length === 0 ? [] : [...heading("Merges"), ...merges.flatMap(mergeText)]),
    ...(bulkChanges.length === 0 ? [] : [...heading("Bulk changes"), ...bulkChanges.flatMap(bulkText)]),
    ...(opportunities.length === 0
      ? []
      : [...heading("Opportunities"), ...opportunityTable(opportunities, terminal.width)]),
  ];
}

type BulkChange = CardJson["bulkChanges"][number];

const WHAT: Partial<Record<BulkChange["do"], string>> = {
  create: "made by hand",
  edit: "changed by hand",
  delete: "deleted",
};

function bulkText({ bulkChange, at, by, changes, undone, ...event }: BulkChange): readonly string[] {
  const what = WHAT[event.do] ?? "changed";
  const back =
    undone === null
      ? ""
      : `, taken back by ${shown(undone.by)} ${moment(Date.parse(undone.at))}: ${printable(undone.result)}`;
  return [
    `  ${moment(Date.parse(at))}  ${what} in ${printable(bulkChange)} by ${shown(by)}${back}`,
    ...changesText(changes),
  ];
}

function mergeText({ merge, at, by, changes, others }: CardJson["merges"][number]): readonly string[] {
  const ids = others.map(({ contact }) => printable(contact)).join(", ");
  return [
    `  ${moment(Date.parse(at))}  ${printable(merge)} by ${shown(by)} took in ${ids}`,
    ...changesText(changes),
    ...others.flatMap(({ contact, history }) => [
      `    before that, ${printable(contact)} was:`,
      ...history.flatMap((change) => changeText(change, "    ")),
    ]),
  ];
}
