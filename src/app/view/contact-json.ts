/** Contacts as programs read them: fields by key, lists as lists, with their past where one is asked for whole. */

import { type Field, LIST_TYPES } from "../../core/contact/field.ts";
import { parseList } from "../../core/contact/list-text.ts";
import { KEPT_PREFIX } from "../../core/plan/shape.ts";
import { encodeId } from "../../core/public-id.ts";
import type { ContactRow, ObjectRow } from "../ports.ts";
import type { WrittenByHand } from "./card-bulk-changes.ts";
import type { ContactCard, ContactChange, ObjectCard } from "./contact-card.ts";
import { changesJson } from "./line-json.ts";

export const contactId = (idKey: number, { number }: Pick<ContactRow, "number">): string =>
  encodeId("con", idKey, number);

/** Fields by key, lists as lists, custom data under `kept`. */
export function contactJson(idKey: number, contact: ContactRow, fields: readonly Field[]) {
  return {
    id: contactId(idKey, contact),
    account: contact.account === null ? null : encodeId("acc", idKey, contact.account),
    ...valuesJson(contact, fields),
  };
}

export function valuesJson(contact: ObjectRow, fields: readonly Field[]) {
  const lists = new Set(fields.filter(({ type }) => LIST_TYPES.has(type)).map(({ key }) => key));
  const entries = [...contact.values].map(([key, value]): readonly [string, string | readonly string[]] => [
    key,
    lists.has(key) ? parseList(value) : value,
  ]);
  const kept = entries
    .filter(([key]) => key.startsWith(KEPT_PREFIX))
    .map(([key, value]) => [key.slice(KEPT_PREFIX.length), value] as const);
  return {
    ...Object.fromEntries(entries.filter(([key]) => !key.startsWith(KEPT_PREFIX))),
    kept: Object.fromEntries(kept),
    createdAt: new Date(contact.createdAt).toISOString(),
    updatedAt: new Date(contact.updatedAt).toISOString(),
  };
}

export function cardJson(idKey: number, card: ContactCard, fields: readonly Field[]) {
  return {
    ...contactJson(idKey, card.row, fields),
    ...pastJson(card, fields),
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

export type Past = Pick<ObjectCard<ObjectRow>, "row" | "values" | "history">;
