/** Contacts as programs read them: fields by key, lists as lists, with their past where one is asked for whole. */

import type { Field } from "../../core/contact/field.ts";
import { encodeId } from "../../core/public-id.ts";
import type { ContactRow, ObjectRow } from "../ports.ts";
import { accountName } from "./account-name.ts";
import type { WrittenByHand } from "./card-bulk-changes.ts";
import type { ContactCard, ObjectCard } from "./contact-card.ts";
import { changesJson } from "./line-json.ts";
import type { ContactChange } from "./past-changes.ts";
import { valuesJson } from "./values-json.ts";

export const contactId = (idKey: number, { number }: Pick<ContactRow, "number">): string =>
  encodeId("con", idKey, number);

/** Fields by key, lists as lists, custom data under `kept`. */
export function contactJson(idKey: number, contact: ContactRow, fields: readonly Field[]) {
  return {
    id: contactId(idKey, contact),
    account: contact.account === null ? null : encodeId("acc", idKey, contact.account),
    ...objectJson(contact, fields),
  };
}

/** What objects of every kind have. */
export function objectJson(row: ObjectRow, fields: readonly Field[]) {
  const values = valuesJson(row, fields);
  return {
    ...values.fields,
    kept: values.kept,
    createdAt: new Date(row.createdAt).toISOString(),
    updatedAt: new Date(row.updatedAt).toISOString(),
  };
}

export type CardJson = ReturnType<typeof cardJson>;

export function cardJson(idKey: number, card: ContactCard, fields: readonly Field[]) {
  return {
    ...contactJson(idKey, card.row, fields),
    ...pastJson(card, fields),
    belongsTo: belongsToJson(idKey, card),
    merges: card.merges.map(({ merge, at, by, changes, others }) => ({
      ...{ merge, at: new Date(at).toISOString(), by, changes: changesJson(changes, fields) },
      others: others.map(({ contact, history }) => ({ contact, history: historyJson(history, fields) })),
    })),
    bulkChanges: card.bulkChanges.map(({ at, changes, undone, ...event }) => ({
      ...event,
      at: momentOf(at),
      changes: changes === null ? {} : changesJson(changes, fields),
      undone: undone && { ...undone, at: momentOf(undone.at) },
    })),
  };
}

/** Its account, by what that is called. */
const belongsToJson = (idKey: number, { row, account }: ContactCard) =>
  account && {
    ...{ id: encodeId("acc", idKey, account.number), name: accountName(account) },
    isMainContact: account.mainContact === row.number,
  };

const momentOf = (at: number): string => new Date(at).toISOString();

const handJson = (byHand: WrittenByHand | undefined) => (byHand ? { ...byHand, at: momentOf(byHand.at) } : null);

/** Where the values come from, and which imports wrote them. */
export function pastJson({ values, history }: Past, fields: readonly Field[]) {
  return {
    origins: Object.fromEntries(values.map(({ key, origin, byHand }) => [key, origin ?? handJson(byHand)])),
    history: historyJson(history, fields),
  };
}

const historyJson = (history: readonly ContactChange[], fields: readonly Field[]) =>
  history.map(({ kind, import: id, file, at, line, workflow, changes }) => ({
    ...{ kind, import: id, file, line, ...(workflow === null ? {} : { workflow }) },
    at: at === null ? null : new Date(at).toISOString(),
    changes: changes === null ? {} : changesJson(changes, fields),
  }));

export type PastJson = ReturnType<typeof pastJson>;

type Past = Pick<ObjectCard<ObjectRow>, "row" | "values" | "history">;
