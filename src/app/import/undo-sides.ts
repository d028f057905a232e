/**
 * What the lines of an import did besides, page by page from the last line on, and what undoing it does. Several lines may have
 * changed one account: each is looked at as the undoing of the later ones leaves it.
 */
import { decideSideUndo, type SideChangeNow, type SideUndo } from "../../core/plan/undo-side.ts";
import { UNDO_LINES } from "../limits.ts";
import type { SidePage } from "../ports/undo-ports.ts";
import type { ImportRecord, Ports } from "../ports.ts";

export async function* sidePages(
  { store }: Pick<Ports, "store">,
  { ref }: Pick<ImportRecord, "ref">,
  which: Omit<SidePage, "limit">,
): AsyncIterable<readonly SideUndo[]> {
  const left = new Map<string, SideUndo["restore"]>();
  for (let before = which.before; ; ) {
    const page: readonly SideChangeNow[] = await store.undos.sideChanges(ref, { ...which, before, limit: UNDO_LINES });
    if (page.length === 0) return;
    // What a page has put back stands in the database when the next one is read, unless nothing is written.
    if (!which.isPreview) left.clear();
    yield page.map((change) => decideAfter(left, change));
    before = page[page.length - 1] ?? null;
  }
}

function decideAfter(left: Map<string, SideUndo["restore"]>, change: SideChangeNow): SideUndo {
  const key = `${change.object} ${change.number}`;
  const earlier = left.get(key);
  const undo = decideSideUndo(change.now === null ? change : { ...change, now: { ...change.now, ...earlier } });
  if (Object.keys(undo.restore).length > 0) left.set(key, { ...earlier, ...undo.restore });
  return undo;
}
