/** Answers of requests that their sender may repeat, by the key that it gave them. */
import type { Claim, Claimant } from "./claim.ts";

/** Whose key: keys of others are other keys. */
export type IdempotencyKey = { readonly workspace: number; readonly caller: string; readonly key: string };

export type KeptAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** One that was answered. */
export type EarlierRequest = {
  /** Of the request. */
  readonly digest: string;
  readonly answer: KeptAnswer;
};

export interface IdempotencyStore {
  /** `new`: the key is the caller's from here on. `busy`: it is another request's. What is older than `since` is forgotten. */
  begin(key: IdempotencyKey, claim: Claim & { readonly since: number }): Promise<"new" | "busy" | EarlierRequest>;
  /** These three change nothing where the key is not the holder's any more. */
  renew(key: IdempotencyKey, by: Claimant): Promise<void>;
  finish(key: IdempotencyKey, holder: string, earlier: EarlierRequest): Promise<void>;
  free(key: IdempotencyKey, holder: string): Promise<void>;
}
