/** Pairs of accounts that may be one, as programs read them. */
import type { SimilarAccounts } from "../../core/account/similar-accounts.ts";
import { encodeId } from "../../core/public-id.ts";

export const similarPairJson = (idKey: number, { accounts, score, why }: SimilarAccounts) => ({
  score,
  why,
  accounts: accounts.map(({ id, ...texts }) => ({ id: encodeId("acc", idKey, id), ...texts })),
});
