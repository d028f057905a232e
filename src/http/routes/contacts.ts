/** Contacts, accounts, opportunities and pipelines, as they are read. */
import { LOOK_MS } from "../../app/limits.ts";
import { accountCard } from "../../app/view/account-card.ts";
import { accountCardJson, accountJson } from "../../app/view/account-json.ts";
import { contactCard, objectCard } from "../../app/view/contact-card.ts";
import { readContactFilters } from "../../app/view/contact-filter.ts";
import { cardJson, contactJson } from "../../app/view/contact-json.ts";
import { loadFields } from "../../app/view/contact-schema.ts";
import { countFound } from "../../app/view/count-contacts.ts";
import { findAccount, findContact, findOpportunity, findPipeline } from "../../app/view/find-by-id.ts";
import { listSimilarAccounts } from "../../app/view/list-similar-accounts.ts";
import { readOpportunityFilters } from "../../app/view/opportunity-filter.ts";
import { opportunityCardJson, opportunityJson } from "../../app/view/opportunity-json.ts";
import { viewOpportunities } from "../../app/view/opportunity-view.ts";
import { pipelineJson } from "../../app/view/pipeline-json.ts";
import { similarPairJson } from "../../app/view/similar-pair-json.ts";
import { defaultPipeline } from "../../core/pipeline/pipeline.ts";
import { accept } from "../../core/problem/refusal.ts";
import type { Bind } from "../bind.ts";
import {
  countContacts,
  listAccounts,
  listContacts,
  listOpportunities,
  listPipelines,
  showAccount,
  showContact,
  showOpportunity,
  showPipeline,
  similarAccounts,
} from "../contract/contacts.ts";
import { eTag } from "../e-tag.ts";
import { THEIR_OPPORTUNITIES } from "../limits.ts";
import { afterCursor, nextCursor } from "../page.ts";

export function bindContacts(bind: Bind): void {
  bind(listContacts, async ({ ports, workspace, query: { limit, cursor, search, filter } }) => {
    const filters = await readContactFilters(ports, workspace, filter);
    if (!filters.ok) return filters;
    const after = afterCursor("con", workspace.idKey, cursor);
    if (!after.ok) return after;
    const wanted = { search: search ?? null, filters: filters.value, after: after.value, limit };
    const found = await ports.store.contacts.page(workspace.number, wanted, LOOK_MS);
    const fields = await loadFields(ports, workspace);
    const { idKey } = workspace;
    return accept({
      items: found.rows.map((contact) => contactJson(idKey, contact, fields)),
      next: nextCursor("con", idKey, found),
    });
  });

  bind(countContacts, async ({ ports, workspace, query: { search, filter } }) => {
    const count = await countFound(ports, workspace, { search: search ?? null, filter });
    return count.ok ? accept({ contacts: count.value }) : count;
  });

  bind(showContact, async ({ ports, workspace, params }) => {
    const found = await findContact(ports, workspace, params.id);
    if (!found.ok) return found;
    const { idKey, number } = workspace;
    const card = await contactCard(ports, workspace, found.value);
    const wanted = { search: null, filters: [], contact: found.value.number, after: 0, limit: THEIR_OPPORTUNITIES };
    const views = await viewOpportunities(ports, workspace, await ports.store.opportunities.list(number, wanted));
    const fields = await loadFields(ports, workspace, "opportunity");
    const answer = {
      ...cardJson(idKey, card, await loadFields(ports, workspace)),
      opportunities: views.map((view) => opportunityJson(view, idKey, fields)),
    };
    return Response.json(answer, { headers: { ETag: eTag(card.row.updatedAt) } });
  });
}

export function bindAccounts(bind: Bind): void {
  bind(listAccounts, async ({ ports, workspace, query: { limit, cursor, search, filter } }) => {
    const filters = await readContactFilters(ports, workspace, filter, "account");
    if (!filters.ok) return filters;
    const after = afterCursor("acc", workspace.idKey, cursor);
    if (!after.ok) return after;
    const wanted = { search: search ?? null, filters: filters.value, after: after.value, limit };
    const found = await ports.store.accounts.page(workspace.number, wanted, LOOK_MS);
    const fields = await loadFields(ports, workspace, "account");
    const { idKey } = workspace;
    return accept({
      items: found.rows.map((account) => accountJson(idKey, account, fields)),
      next: nextCursor("acc", idKey, found),
    });
  });

  bind(similarAccounts, async ({ ports, workspace }) => {
    const pairs = await listSimilarAccounts(ports, workspace);
    return accept({ items: pairs.map((pair) => similarPairJson(workspace.idKey, pair)) });
  });

  bind(showAccount, async ({ ports, workspace, params }) => {
    const found = await findAccount(ports, workspace, params.id);
    if (!found.ok) return found;
    const card = await accountCard(ports, workspace, found.value);
    const fields = await loadFields(ports, workspace, "account");
    return accept(accountCardJson(workspace.idKey, card, fields));
  });
}

export function bindOpportunities(bind: Bind): void {
  bind(listOpportunities, async ({ ports, workspace, query: { limit, cursor, search, filter, contact } }) => {
    const filters = await readOpportunityFilters(ports, workspace, filter);
    if (!filters.ok) return filters;
    const after = afterCursor("opp", workspace.idKey, cursor);
    if (!after.ok) return after;
    const of = contact === undefined ? accept(null) : await findContact(ports, workspace, contact);
    if (!of.ok) return of;
    const wanted = { search: search ?? null, filters: filters.value, contact: of.value?.number ?? null };
    const found = await ports.store.opportunities.page(
      workspace.number,
      { ...wanted, after: after.value, limit },
      LOOK_MS,
    );
    const fields = await loadFields(ports, workspace, "opportunity");
    const views = await viewOpportunities(ports, workspace, found.rows);
    return accept({
      items: views.map((view) => opportunityJson(view, workspace.idKey, fields)),
      next: nextCursor("opp", workspace.idKey, found),
    });
  });

  bind(showOpportunity, async ({ ports, workspace, params }) => {
    const found = await findOpportunity(ports, workspace, params.id);
    if (!found.ok) return found;
    const card = await objectCard(ports, workspace, { object: "opportunity", row: found.value.row });
    const fields = await loadFields(ports, workspace, "opportunity");
    return accept(opportunityCardJson(found.value, { idKey: workspace.idKey, card, fields }));
  });

  bind(listPipelines, async ({ ports, workspace: { idKey, number } }) => {
    const pipelines = await ports.store.pipelines.list(number);
    const first = defaultPipeline(pipelines);
    return accept({
      items: pipelines.map((pipeline) => pipelineJson(pipeline, { idKey, isDefault: pipeline === first })),
    });
  });

  bind(showPipeline, async ({ ports, workspace, params }) => {
    const found = await findPipeline(ports, workspace, params.id);
    if (!found.ok) return found;
    const { pipeline, isDefault } = found.value;
    return accept(pipelineJson(pipeline, { idKey: workspace.idKey, isDefault }));
  });
}
