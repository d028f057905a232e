/** Opportunities as programs read them. */

import { type Field, LIST_TYPES } from "../../core/contact/field.ts";
import { parseList } from "../../core/contact/list-text.ts";
import { KEPT_PREFIX } from "../../core/plan/shape.ts";
import { encodeId } from "../../core/public-id.ts";
import type { OpportunityView } from "./opportunity-view.ts";

/** Fields by key; what it holds on to with its id and name. */
export function opportunityJson(view: OpportunityView, idKey: number, fields: readonly Field[]) {
  const { id, row, contact, account, pipeline, stage } = view;
  const lists = new Set(fields.filter(({ type }) => LIST_TYPES.has(type)).map(({ key }) => key));
  const entries = [...row.values].filter(([key]) => !LINKS.includes(key));
  const kept = entries.filter(([key]) => key.startsWith(KEPT_PREFIX));
  const own = entries.filter(([key]) => !key.startsWith(KEPT_PREFIX));
  return {
    id,
    ...Object.fromEntries(own.map(([key, value]) => [key, lists.has(key) ? parseList(value) : value])),
    contact,
    account,
    pipeline: pipeline && { id: encodeId("pip", idKey, pipeline.id), name: pipeline.name },
    stage: stage && { id: encodeId("stg", idKey, stage.id), name: stage.name },
    kept: Object.fromEntries(kept.map(([key, value]) => [key.slice(KEPT_PREFIX.length), value])),
    createdAt: new Date(row.createdAt).toISOString(),
    updatedAt: new Date(row.updatedAt).toISOString(),
  };
}

const LINKS = ["contact", "account", "pipeline", "stage"];
