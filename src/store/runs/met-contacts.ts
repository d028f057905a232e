/** The contacts that a run has met and not made, out of its ledger: what it knows of them when it is taken up again. */
import type { ObjectKind } from "../../core/object/object-kind.ts";
import { type LedgerLine, partOf } from "../../core/plan/outcome.ts";

/** Ledger lines read at a time. */
const MET_LINES = 10_000;

type Page = { readonly over: number; readonly limit: number };

/** @param read lines after this one, in their order */
export async function* metContacts(
  object: ObjectKind,
  read: (page: Page) => readonly LedgerLine[] | Promise<readonly LedgerLine[]>,
): AsyncIterable<readonly (readonly [contact: number, line: number])[]> {
  for (let over = 0; ; ) {
    const lines = await read({ over, limit: MET_LINES });
    if (lines.length === 0) return;
    yield lines.flatMap((line) => {
      const { contact, outcome } = partOf(line, object);
      const isMet = contact !== null && (outcome === "updated" || outcome === "unchanged");
      return isMet ? [[contact, line.line] as const] : [];
    });
    over = lines[lines.length - 1]?.line ?? over;
  }
}
