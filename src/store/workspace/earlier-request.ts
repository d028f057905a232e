/** A request that may be repeated, as both databases keep it. */
import type { EarlierRequest, KeptAnswer } from "../../app/ports/idempotency-store.ts";
import type { DbRow } from "../db-row.ts";

/** Null = it is under way. */
export const asEarlierRequest = ([digest, answer]: DbRow): EarlierRequest | null =>
  typeof digest === "string" ? { digest, answer: JSON.parse(String(answer)) as KeptAnswer } : null;
