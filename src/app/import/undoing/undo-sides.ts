/**
 * What the lines of an import did besides, page by page from the last line on, and what undoing it does. Several lines may have
 * changed one account: each is looked at as the undoing of the later ones leaves it.
 */
import { decideSideUndo, type SideChangeNow, type SideUndo } from "../../../core/plan/undo-side.ts";
import { UNDO_LINES } from "../../limits.ts";
import type { SidePage } from "../../ports/undo-ports.ts";
import type { ImportRecord, Ports } from "../../ports.ts";

type Left = Map<string, SideUndo["restore"]>;

/** One page; what it puts back stands in the database when the next one is read. */
export const sidePage = (
  ports: Pick<Ports, "store">,
  record: Pick<ImportRecord, "ref">,
  which: Omit<SidePage, "limit" | "leaving">,
): Promise<readonly SideUndo[]> => decidedPage(ports, record, { ...which, leaving: [], left: new Map() });

/** All pages, of which nothing is written. */
export async function* previewedSides(
  ports: Pick<Ports, "store">,
  record: Pick<ImportRecord, "ref">,
  which: Pick<SidePage, "only" | "made" | "leaving">,
): AsyncIterable<readonly SideUndo[]> {
  const left: Left = new Map();
  for (let before: SidePage["before"] = null; ; ) {
    const page: readonly SideUndo[] = await decidedPage(ports, record, { ...which, before, left });
    if (page.length === 0) return;
    yield page;
    before = page[page.length - 1] ?? null;
  }
}

async function decidedPage(
  { store }: Pick<Ports, "store">,
  { ref }: Pick<ImportRecord, "ref">,
  { left, ...which }: Omit<SidePage, "limit"> & { readonly left: Left },
): Promise<readonly SideUndo[]> {
  const page: readonly SideChangeNow[] = await store.undos.sideChanges(ref, { ...which, limit: UNDO_LINES });
  return page.map((change) => decideAfter(left, change));
}

function decideAfter(left: Left, change: SideChangeNow): SideUndo {
  const key = `${change.object} ${change.number}`;
  const earlier = left.get(key);
  const undo = decideSideUndo(change.now === null ? change : { ...change, now: { ...change.now, ...earlier } });
  if (Object.keys(undo.restore).length > 0) left.set(key, { ...earlier, ...undo.restore });
  return undo;
}
