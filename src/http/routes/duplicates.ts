/** Contacts that may be one person, and merging them by hand. */
import { dismissDuplicate } from "../../app/duplicates/dismiss-duplicate.ts";
import { findDuplicates } from "../../app/duplicates/find-duplicates.ts";
import { findMerge, mergeContacts, planMerge, planParting, undoMerge } from "../../app/duplicates/merge-contacts.ts";
import { CHEAP_SEARCH_CONTACTS } from "../../app/limits.ts";
import { duplicateJson, loadSides } from "../../app/view/duplicate-json.ts";
import { findImport } from "../../app/view/find-by-id.ts";
import { mergeJson, mergeRecordJson, partJson } from "../../app/view/merge-json.ts";
import { SHOWN_SCORE } from "../../core/duplicates/score-pair.ts";
import { accept, refuse } from "../../core/problem/refusal.ts";
import { encodeId } from "../../core/public-id.ts";
import type { Bind } from "../bind.ts";
import * as contract from "../contract/duplicates.ts";
import { afterCursor, pageOf } from "../page.ts";

export function bindDuplicates(bind: Bind): void {
  bind(contract.listDuplicates, async ({ ports, workspace, query: { import: id, minScore = SHOWN_SCORE, limit } }) => {
    const of = id === undefined ? null : await findImport(ports, workspace, id);
    if (of && !of.ok) return of;
    // Whoever compares a million contacts is busy for a minute, and answers nobody meanwhile.
    if (await ports.store.duplicates.hasMoreThan(workspace.number, CHEAP_SEARCH_CONTACTS))
      return refuse({
        code: "search_too_large",
        message: `The workspace has more than ${CHEAP_SEARCH_CONTACTS} contacts.`,
        fix: "Compare them at the command line, beside the server: muster duplicates.",
      });
    const report = await findDuplicates(ports, workspace, { of: of?.value.ref ?? null, minScore, limit });
    const sides = await loadSides(ports, workspace, report.pairs);
    const items = report.pairs.map((pair) => duplicateJson(workspace.idKey, pair, sides));
    return accept({ items, total: report.total });
  });

  bind(contract.dismissDuplicate, async ({ ports, workspace, actor, body: { contacts, undo } }) => {
    const [one, other] = contacts;
    const done = await dismissDuplicate(ports, workspace, { ids: [one, other], actor, isRecall: undo });
    return done.ok ? accept(null) : done;
  });
}

export function bindMerges(bind: Bind): void {
  bind(contract.previewMerge, async ({ body: { contacts, take }, ...where }) => {
    const plan = await planMerge(where.ports, where.workspace, { ids: contacts, take });
    return plan.ok ? accept(await mergeJson(where, plan.value, null)) : plan;
  });

  bind(contract.mergeContacts, async ({ body: { contacts, take }, actor, ...where }) => {
    const plan = await planMerge(where.ports, where.workspace, { ids: contacts, take });
    if (!plan.ok) return plan;
    const merged = await mergeContacts(where.ports, where.workspace, { plan: plan.value, actor });
    return merged.ok ? accept(await mergeJson(where, plan.value, merged.value)) : merged;
  });

  bind(contract.listMerges, async ({ ports, workspace, query: { limit, cursor } }) => {
    const before = afterCursor("mrg", workspace.idKey, cursor);
    if (!before.ok) return before;
    const found = await ports.store.merges.list(workspace.number, { before: before.value || null, limit: limit + 1 });
    return accept(
      pageOf(found, limit, {
        json: (merge) => mergeRecordJson(workspace, merge),
        cursor: ({ number }) => encodeId("mrg", workspace.idKey, number),
      }),
    );
  });

  bind(contract.previewUndoMerge, async ({ ports, workspace, params }) => {
    const found = await findMerge(ports, workspace, params.id);
    if (!found.ok) return found;
    const planned = await planParting(ports, workspace, found.value);
    return planned.ok ? accept(partJson({ workspace }, planned.value, false)) : planned;
  });

  bind(contract.undoMerge, async ({ ports, workspace, actor, params }) => {
    const found = await findMerge(ports, workspace, params.id);
    if (!found.ok) return found;
    const undone = await undoMerge(ports, workspace, { merge: found.value, actor });
    return undone.ok ? accept(partJson({ workspace }, undone.value, true)) : undone;
  });
}
