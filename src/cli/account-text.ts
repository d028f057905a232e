/** Accounts as rows of a table, as JSON, and one of them whole. */

import type { AccountRow } from "../app/ports.ts";
import type { AccountCard } from "../app/view/account-card.ts";
import type { Field } from "../core/contact/field.ts";
import { parseList } from "../core/contact/list-text.ts";
import { shown } from "../core/problem/shown-text.ts";
import { encodeId } from "../core/public-id.ts";
import { accountWord, contactId, contactName, pastJson, pastText, valuesJson } from "./contact-text.ts";
import { renderTable } from "./table.ts";
import type { Terminal } from "./terminal.ts";
import { count, number } from "./text.ts";

export const accountId = (idKey: number, account: Pick<AccountRow, "number">): string =>
  encodeId("acc", idKey, account.number);

export function accountTable(idKey: number, accounts: readonly AccountRow[], width: number): readonly string[] {
  const heads = [
    ...["Account", "Name", "External id", "Domain", "Managers"].map((head) => ({ head })),
    { head: "Contacts", align: "right" as const },
    { head: "Main contact" },
  ];
  const rows = accounts.map((account) => [
    accountId(idKey, account),
    ...["name", "external_id", "domain"].map((key) => shown(account.values.get(key) ?? "")),
    shown(parseList(account.values.get("managers") ?? "").join(", ")),
    number(account.contacts),
    mainContactId(idKey, account) ?? "",
  ]);
  return renderTable(heads, rows, width);
}

/** Fields by key, lists as lists, custom data under `kept`. */
export const accountJson = (idKey: number, account: AccountRow, fields: readonly Field[]) => ({
  id: accountId(idKey, account),
  ...valuesJson(account, fields),
  mainContact: mainContactId(idKey, account),
  contacts: account.contacts,
});

export const accountCardJson = (idKey: number, card: AccountCard, fields: readonly Field[]) => ({
  ...accountJson(idKey, card.row, fields),
  members: card.members.map((contact) => contactId(idKey, contact)),
  ...pastJson(card, fields),
});

export function accountCardText(idKey: number, card: AccountCard, terminal: Terminal): readonly string[] {
  const { row, mainContact, members } = card;
  const person = (contact: (typeof members)[number]): string =>
    [contactId(idKey, contact), shown(contactName(contact)), shown(contact.values.get("email") ?? "")]
      .filter((part) => part !== "")
      .join("  ");
  const more = row.contacts - members.length;
  return [
    terminal.style("bold", accountWord(idKey, row)),
    ...(mainContact === null ? [] : [`  main contact ${person(mainContact)}`]),
    ...pastText(card, terminal),
    "",
    terminal.style("bold", count(row.contacts, "contact")),
    ...members.map((contact) => `  ${person(contact)}`),
    ...(more > 0 ? [`  and ${number(more)} more`] : []),
  ];
}

const mainContactId = (idKey: number, { mainContact }: AccountRow): string | null =>
  mainContact === null ? null : encodeId("con", idKey, mainContact);
