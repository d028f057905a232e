/** Accounts as programs read them. */

import type { Field } from "../../core/contact/field.ts";
import { encodeId } from "../../core/public-id.ts";
import type { AccountRow } from "../ports.ts";
import type { AccountCard } from "./account-card.ts";
import { contactId, objectJson, pastJson } from "./contact-json.ts";

export const accountId = (idKey: number, account: Pick<AccountRow, "number">): string =>
  encodeId("acc", idKey, account.number);

/** Fields by key, lists as lists, custom data under `kept`. */
export const accountJson = (idKey: number, account: AccountRow, fields: readonly Field[]) => ({
  id: accountId(idKey, account),
  ...objectJson(account, fields),
  mainContact: mainContactId(idKey, account),
  contacts: account.contacts,
});

export const accountCardJson = (idKey: number, card: AccountCard, fields: readonly Field[]) => ({
  ...accountJson(idKey, card.row, fields),
  members: card.members.map((contact) => contactId(idKey, contact)),
  ...pastJson(card, fields),
});

export const mainContactId = (idKey: number, { mainContact }: AccountRow): string | null =>
  mainContact === null ? null : encodeId("con", idKey, mainContact);
