/**
 * What one request or worker at a time is at, whichever process it is of. A claim ends by itself after `LEASE_MS`, so that nobody
 * waits for long for a process that died with it on another machine; it is renewed while its work goes on.
 */
export type Claim = Claimant & {
  /** The process of the claim runs no more. */
  readonly isGone: (holder: string) => boolean;
};

export type Claimant = {
  /** A name that no other claim has: whoever has lost one is told from its successor, also within one process. */
  readonly holder: string;
  /** What the caller's clock says. */
  readonly now: number;
};
