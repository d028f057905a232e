/** Contacts as rows of a table, as JSON, and one of them whole. */

import type { ContactRow, ObjectRow } from "../app/ports.ts";
import type { ContactCard } from "../app/view/contact-card.ts";
import { contactId, type Past } from "../app/view/contact-json.ts";
import { contactName } from "../app/view/contact-name.ts";
import type { ContactChange } from "../app/view/past-changes.ts";
import { LIST_TYPES } from "../core/contact/field.ts";
import { parseList } from "../core/contact/list-text.ts";
import type { Changes } from "../core/plan/outcome.ts";
import { shown } from "../core/problem/shown-text.ts";
import { encodeId } from "../core/public-id.ts";
import { renderTable } from "./table.ts";
import type { Terminal } from "./terminal.ts";
import { moment } from "./text.ts";
import { valueText } from "./value-text.ts";

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

export function cardText(idKey: number, card: ContactCard, terminal: Terminal): readonly string[] {
  const { row, account } = card;
  const name = shown(contactName(row));
  const isMain = account?.mainContact === row.number ? ", whose main contact it is" : "";
  return [
    terminal.style("bold", `${contactId(idKey, row)}${name === "" ? "" : `  ${name}`}`),
    ...(account === null ? [] : [`  belongs to ${accountWord(idKey, account)}${isMain}`]),
    ...pastText(card, terminal),
    ...(card.merges.length === 0 ? [] : ["", terminal.style("bold", "Merges"), ...card.merges.flatMap(mergeText)]),
    ...(card.bulkChanges.length === 0
      ? []
      : ["", terminal.style("bold", "Bulk changes"), ...card.bulkChanges.flatMap(bulkText)]),
  ];
}

/** An account by id and name. */
export function accountWord(idKey: number, { number, values }: ObjectRow): string {
  const name = values.get("name") ?? values.get("domain") ?? values.get("external_id") ?? "";
  return [encodeId("acc", idKey, number), shown(name)].filter((part) => part !== "").join("  ");
}

export function pastText({ row, values, history }: Past, terminal: Terminal): readonly string[] {
  const heads = ["Field", "Value", "Written by", "Line", "Column", "Raw text"].map((head) => ({ head }));
  const rows = values.map(({ label, field, value, origin, byHand }) => [
    shown(label),
    shown(field !== null && LIST_TYPES.has(field.type) ? parseList(value).join(", ") : value),
    byHand ? `${byHand.bulkChange} by ${shown(byHand.by)}` : writerText(origin),
    String(origin?.line ?? ""),
    shown(origin?.column ?? ""),
    shown(origin?.raw ?? "") + (origin?.corrected ? `, corrected by ${shown(origin.corrected.by)}` : ""),
  ]);
  return [
    `  made ${moment(row.createdAt)}, last changed ${moment(row.updatedAt)}`,
    "",
    ...renderTable(heads, rows, terminal.width),
    "",
    terminal.style("bold", "Imports"),
    ...history.flatMap((change) => changeText(change)),
  ];
}

const writerText = (origin: ContactCard["values"][number]["origin"]): string =>
  origin?.workflow === undefined ? (origin?.import ?? "") : `${origin.import}, workflow ${shown(origin.workflow)}`;

type BulkChange = ContactCard["bulkChanges"][number];

const WHAT: Partial<Record<BulkChange["do"], string>> = {
  create: "made by hand",
  edit: "changed by hand",
  delete: "deleted",
};

function bulkText({ bulkChange, at, by, changes, undone, ...event }: BulkChange): readonly string[] {
  const what = WHAT[event.do] ?? "changed";
  const back = undone === null ? "" : `, taken back by ${shown(undone.by)} ${moment(undone.at)}: ${undone.result}`;
  return [`  ${moment(at)}  ${what} in ${bulkChange} by ${shown(by)}${back}`, ...changesText(changes ?? {})];
}

function mergeText({ merge, at, by, changes, others }: ContactCard["merges"][number]): readonly string[] {
  return [
    `  ${moment(at)}  ${merge} by ${shown(by)} took in ${others.map(({ contact }) => contact).join(", ")}`,
    ...changesText(changes),
    ...others.flatMap(({ contact, history }) => [
      `    before that, ${contact} was:`,
      ...history.flatMap((change) => changeText(change, "    ")),
    ]),
  ];
}

function changeText(change: ContactChange, indent = ""): readonly string[] {
  const { kind, import: id, file, at, line, workflow, changes } = change;
  const when = at === null ? "" : `${moment(at)}  `;
  const byLine = kind === "undone" ? `undo of ${id}, line ${line}` : `${kind} by ${id}, line ${line}`;
  const what = workflow === null ? byLine : `changed by the workflow “${shown(workflow)}” of ${id}`;
  const from = file === null ? "" : `, ${shown(file)}`;
  return [`${indent}  ${when}${what}${from}`, ...changesText(changes ?? {}).map((text) => indent + text)];
}

const changesText = (changes: Changes): readonly string[] =>
  Object.entries(changes).map(
    ([field, [before, after]]) => `    ${shown(field)}: ${valueText(before)} → ${valueText(after)}`,
  );
