/** Answers of requests that their sender may repeat, by the key that it gave them. */

/** Whose key: keys of others are other keys. */
export type IdempotencyKey = { readonly workspace: number; readonly caller: string; readonly key: string };

export type KeptAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

export type EarlierRequest = {
  readonly holder: string;
  readonly at: number;
  /** `digest` of the request; null = it is under way. */
  readonly done: { readonly digest: string; readonly answer: KeptAnswer } | null;
};

export interface IdempotencyStore {
  /** Null where the key is the caller's from here on; else the request that has it. What is older than `since` is forgotten. */
  begin(
    key: IdempotencyKey,
    by: { readonly holder: string; readonly at: number; readonly since: number },
  ): Promise<EarlierRequest | null>;
  finish(key: IdempotencyKey, digest: string, answer: KeptAnswer): Promise<void>;
  /** A request of this holder that is under way gives its key back. */
  free(key: IdempotencyKey, holder: string): Promise<void>;
}
