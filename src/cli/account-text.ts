/** Accounts as rows of a table, as JSON, and one of them whole. */

import type { AccountRow } from "../app/ports.ts";
import type { AccountCard } from "../app/view/account-card.ts";
import { accountId, mainContactId } from "../app/view/account-json.ts";
import { contactId } from "../app/view/contact-json.ts";
import { parseList } from "../core/contact/list-text.ts";
import { shown } from "../core/problem/shown-text.ts";
import { accountWord, contactName, pastText } from "./contact-text.ts";
import { renderTable } from "./table.ts";
import type { Terminal } from "./terminal.ts";
import { count, number } from "./text.ts";

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
