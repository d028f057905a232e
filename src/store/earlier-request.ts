/** A request that may be repeated, as both databases keep it. */
import type { EarlierRequest, KeptAnswer } from "../app/ports/idempotency-store.ts";
import type { DbRow } from "./db-row.ts";

export const REQUEST_COLUMNS = "holder, at, digest, answer";

export const asEarlierRequest = ([holder, at, digest, answer]: DbRow): EarlierRequest => ({
  holder: String(holder),
  at: Number(at),
  done: digest === null ? null : { digest: String(digest), answer: JSON.parse(String(answer)) as KeptAnswer },
});
