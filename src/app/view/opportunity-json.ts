/** Opportunities as programs read them. */

import type { Field } from "../../core/contact/field.ts";
import { encodeId } from "../../core/public-id.ts";
import type { OpportunityRow } from "../ports/opportunity-store.ts";
import type { ObjectCard } from "./contact-card.ts";
import { pastJson } from "./contact-json.ts";
import type { OpportunityView } from "./opportunity-view.ts";
import { valuesJson } from "./values-json.ts";

/** Fields by key; what it holds on to with its id and name. */
export function opportunityJson(view: OpportunityView, idKey: number, fields: readonly Field[]) {
  const { id, row, contact, account, pipeline, stage } = view;
  const values = valuesJson({ values: new Map([...row.values].filter(([key]) => !LINKS.includes(key))) }, fields);
  return {
    id,
    ...values.fields,
    contact,
    account,
    pipeline: pipeline && { id: encodeId("pip", idKey, pipeline.id), name: pipeline.name },
    stage: stage && { id: encodeId("stg", idKey, stage.id), name: stage.name },
    kept: values.kept,
    createdAt: new Date(row.createdAt).toISOString(),
    updatedAt: new Date(row.updatedAt).toISOString(),
  };
}

export type OpportunityCardJson = ReturnType<typeof opportunityCardJson>;

/** With where its values come from, and which imports wrote them. */
export const opportunityCardJson = (
  view: OpportunityView,
  {
    idKey,
    card,
    fields,
  }: { readonly idKey: number; readonly card: ObjectCard<OpportunityRow>; readonly fields: readonly Field[] },
) => ({ ...opportunityJson(view, idKey, fields), ...pastJson(card, fields) });

const LINKS = ["contact", "account", "pipeline", "stage"];
