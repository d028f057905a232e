/** Imports that nobody works on, though they are not at their end. */
import type { ImportRecord, Ports } from "../ports.ts";

/**
 * Imports whose process has died: `running` or `undoing`, and nobody holds the lease. An undo that was given up after several
 * attempts, and says why, waits for a person.
 */
export async function abandonedImports(ports: Ports): Promise<readonly ImportRecord[]> {
  const unfinished = await ports.store.imports.unfinished();
  return unfinished.filter((record) => record.refusal === null && !isHeld(ports, record));
}

/** Whether a process works on it. */
export const isHeld = ({ now, isGone }: Ports, { lease }: Pick<ImportRecord, "lease">): boolean =>
  lease !== null && lease.until > now() && !isGone(lease);
