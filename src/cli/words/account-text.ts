/** Accounts as rows of a table, and one of them whole, made of what programs read of it: the same of a data folder and of a server. */
import type { AccountRow } from "../../app/ports.ts";
import { type AccountCardJson, accountId, mainContactId } from "../../app/view/account-json.ts";
import { accountName } from "../../app/view/account-name.ts";
import { parseList } from "../../core/contact/list-text.ts";
import { shown } from "../../core/problem/shown-text.ts";
import type { Terminal } from "../terminal.ts";
import { calledText, type NamedField, pastText, textsOf } from "./past-text.ts";
import { renderTable } from "./table.ts";
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

export function accountCardText(
  card: AccountCardJson,
  fields: readonly NamedField[],
  terminal: Terminal,
): readonly string[] {
  const { id, contacts, members, people } = card;
  const main = people.find((person) => person.id === card.mainContact);
  const theirs = people.filter((person) => members.includes(person.id));
  const more = contacts - theirs.length;
  return [
    terminal.style("bold", calledText(id, accountName({ values: textsOf(card) }))),
    ...(main === undefined ? [] : [`  main contact ${personText(main)}`]),
    ...pastText(card, fields, terminal),
    "",
    terminal.style("bold", count(contacts, "contact")),
    ...theirs.map((person) => `  ${personText(person)}`),
    ...(more > 0 ? [`  and ${number(more)} more`] : []),
  ];
}

const personText = ({ id, name, email }: AccountCardJson["people"][number]): string =>
  [calledText(id, name), shown(email ?? "")].filter((part) => part !== "").join("  ");
