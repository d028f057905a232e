/** All imports of a workspace, from the newest to the oldest. */
import { LEDGER_PAGE } from "../limits.ts";
import type { ImportRecord, Store } from "../ports.ts";

export async function importsOf(
  { store }: { readonly store: Pick<Store, "imports"> },
  workspace: number,
): Promise<readonly ImportRecord[]> {
  const all: ImportRecord[] = [];
  for (let before: number | null = null; ; ) {
    const page: readonly ImportRecord[] = await store.imports.list(workspace, { limit: LEDGER_PAGE, before });
    all.push(...page);
    before = page.at(-1)?.ref.import ?? null;
    if (page.length < LEDGER_PAGE) return all;
  }
}
