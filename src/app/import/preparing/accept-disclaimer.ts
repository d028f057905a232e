/** The disclaimer of an import that was planned without it: accepted before the start, by whoever starts it. */
import { type Actor, actorName } from "../../../core/member/actor.ts";
import { awaitsDisclaimer } from "../../../core/policy/awaits-disclaimer.ts";
import { DISCLAIMER } from "../../../core/policy/disclaimer-text.ts";
import { accept, type Result, refuseWith } from "../../../core/problem/refusal.ts";
import type { ImportRecord, Ports } from "../../ports.ts";
import { changed, withLease } from "../import-lease.ts";

/**
 * Keeps who accepted it, when, and in which words. One that was accepted before stays as it was.
 * @param version that was seen; absent or null = whichever it has
 */
export function acceptDisclaimer(
  ports: Ports,
  { ref, version = null }: Pick<ImportRecord, "ref"> & { readonly version?: number | null },
  actor: Actor,
): Promise<Result<ImportRecord>> {
  return withLease(ports, ref, ["start"], async ({ settings, ...record }, lease) => {
    // Taking the lease is a change of its own.
    if (version !== null && record.version !== version + 1)
      return refuseWith("version_conflict", `${record.id} has changed since it was read.`);
    if (!awaitsDisclaimer(settings)) return accept({ ...record, settings });
    const disclaimer = { by: actorName(actor), at: ports.now(), text: DISCLAIMER };
    return accept(await changed(ports, lease, ref, { settings: { ...settings, disclaimer } }));
  });
}
