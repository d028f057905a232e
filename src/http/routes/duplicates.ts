/** Contacts that may be one person, and merging them by hand. */
import { setTimeout as sleep } from "node:timers/promises";
import { dismissDuplicate } from "../../app/duplicates/dismiss-duplicate.ts";
import { type DuplicateReport, findDuplicates } from "../../app/duplicates/find-duplicates.ts";
import { findMerge, mergeContacts, planMerge, planParting, undoMerge } from "../../app/duplicates/merge-contacts.ts";
import { stillPairs } from "../../app/duplicates/still-pairs.ts";
import { CHEAP_SEARCH_CONTACTS } from "../../app/limits.ts";
import { duplicateJson, loadSides } from "../../app/view/duplicate-json.ts";
import { findImport } from "../../app/view/find-by-id.ts";
import { mergeJson, mergeRecordJson, partJson } from "../../app/view/merge-json.ts";
import { SHOWN_SCORE } from "../../core/duplicates/score-pair.ts";
import { accept, refuseWith } from "../../core/problem/refusal.ts";
import { encodeId } from "../../core/public-id.ts";
import type { Bind } from "../bind.ts";
import * as contract from "../contract/duplicates.ts";
import { DUPLICATES_LAST, PAGE_LIMIT, WAIT_SECONDS } from "../limits.ts";
import { afterCursor, pageOf } from "../page.ts";
import { Remembered } from "../remembered.ts";

export function bindDuplicates(bind: Bind): void {
  const found = new Remembered<DuplicateReport>(DUPLICATES_LAST);

  bind(contract.listDuplicates, async ({ ports, parts, workspace, query }) => {
    const { import: id, minScore = SHOWN_SCORE, limit } = query;
    const of = id === undefined ? null : await findImport(ports, workspace, id);
    if (of && !of.ok) return of;
    const search = { of: of?.value.ref ?? null, minScore };
    const report = (await ports.store.duplicates.hasMoreThan(workspace.number, CHEAP_SEARCH_CONTACTS))
      ? await inTime(
          found.get([workspace.number, search.of?.import, minScore].join(), () =>
            parts.duplicates(workspace.number, { ...search, limit: PAGE_LIMIT }),
          ),
          parts.stopping,
        )
      : await parts.pool.use((own) => findDuplicates(own, workspace, { ...search, limit }));
    if (report === null) return refuseWith("search_under_way", "The contacts are still being compared.");
    const { pairs, total } = await stillPairs(ports, workspace, report);
    const shown = pairs.slice(0, limit);
    const sides = await loadSides(ports, workspace, shown);
    return accept({ items: shown.map((pair) => duplicateJson(workspace.idKey, pair, sides)), total });
  });

  bind(contract.dismissDuplicate, async ({ ports, workspace, actor, body: { contacts, undo } }) => {
    const [one, other] = contacts;
    const done = await dismissDuplicate(ports, workspace, { ids: [one, other], actor, isRecall: undo });
    return done.ok ? accept(null) : done;
  });
}

/** Null = it takes longer than an answer may be held, where it goes on; or the server is about to end. */
async function inTime(report: Promise<DuplicateReport>, stopping: AbortSignal): Promise<DuplicateReport | null> {
  const waiting = new AbortController();
  const signal = AbortSignal.any([waiting.signal, stopping]);
  const late = sleep(WAIT_SECONDS * 1000, null, { signal }).catch(() => null);
  return Promise.race([report, late]).finally(() => waiting.abort());
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
