/** Accounts as programs read them. */

import type { Field } from "../../core/contact/field.ts";
import { encodeId } from "../../core/public-id.ts";
import type { AccountRow } from "../ports.ts";
import type { AccountCard } from "./account-card.ts";
import { contactId, objectJson, pastJson } from "./contact-json.ts";
import { contactName } from "./contact-name.ts";

export const accountId = (idKey: number, account: Pick<AccountRow, "number">): string =>
  encodeId("acc", idKey, account.number);

/** Fields by key, lists as lists, custom data under `kept`. */
export const accountJson = (idKey: number, account: AccountRow, fields: readonly Field[]) => ({
  id: accountId(idKey, account),
  ...objectJson(account, fields),
  mainContact: mainContactId(idKey, account),
  contacts: account.contacts,
});

export type AccountCardJson = ReturnType<typeof accountCardJson>;

export function accountCardJson(idKey: number, card: AccountCard, fields: readonly Field[]) {
  const { mainContact: main, members } = card;
  const people = [...(main ? [main] : []), ...members.filter(({ number }) => number !== main?.number)];
  return {
    ...accountJson(idKey, card.row, fields),
    members: members.map((contact) => contactId(idKey, contact)),
    people: people.map((contact) => ({
      ...{ id: contactId(idKey, contact), name: contactName(contact) },
      email: contact.values.get("email") ?? null,
    })),
    ...pastJson(card, fields),
  };
}

export const mainContactId = (idKey: number, { mainContact }: AccountRow): string | null =>
  mainContact === null ? null : encodeId("con", idKey, mainContact);
