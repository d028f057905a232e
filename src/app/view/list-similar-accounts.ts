/** The accounts of a workspace that may be one, for somebody to look at. All its accounts are in memory meanwhile. */
import type { NumberedAccount, SimilarAccounts } from "../../core/account/similar-accounts.ts";
import { similarAccounts } from "../../core/account/similar-accounts.ts";
import { CONTACTS_PAGE } from "../limits.ts";
import type { Ports, Workspace } from "../ports.ts";

export async function listSimilarAccounts(
  { store }: Pick<Ports, "store">,
  { number: workspace }: Workspace,
): Promise<readonly SimilarAccounts[]> {
  const accounts: NumberedAccount[] = [];
  for (let after = 0; ; ) {
    const query = { search: null, filters: [], after, limit: CONTACTS_PAGE };
    const page = await store.accounts.list(workspace, query);
    for (const { number, values } of page) {
      const [external_id = "", name = "", domain = ""] = ["external_id", "name", "domain"].map((key) =>
        values.get(key),
      );
      accounts.push({ id: number, external_id, name, domain });
    }
    after = page.at(-1)?.number ?? after;
    if (page.length < CONTACTS_PAGE) return similarAccounts(accounts);
  }
}
