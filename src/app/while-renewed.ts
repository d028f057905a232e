/** Work that others leave alone for as long as it says that it goes on. */
import { LEASE_MS } from "./limits.ts";
import type { Claim } from "./ports/claim.ts";
import type { Ports } from "./ports.ts";

export function newClaim({ holder, now, random, isGone }: Pick<Ports, "holder" | "now" | "random" | "isGone">): Claim {
  const at = now();
  return {
    holder: `${holder}_${random().toString(36)}`,
    now: at,
    isGone: (other) => isGone({ token: 0, holder: other, until: at }),
  };
}

/** @param renew four times a lease: one that fails is made up for by the next */
export async function whileRenewed<T>(renew: () => Promise<unknown>, work: () => Promise<T>): Promise<T> {
  const heartbeat = setInterval(() => void renew().catch(() => undefined), LEASE_MS / 4);
  heartbeat.unref();
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
  }
}
