/** What of an import's workflow an undo cancels, and what is out and cannot be taken back. */
import type { EffectTally } from "../ports/effect-ports.ts";
import type { ImportRecord, Ports } from "../ports.ts";

/** @param line null = the whole import; else of the contact that this line made */
export async function effectsOf(
  ports: Pick<Ports, "store">,
  { ref }: Pick<ImportRecord, "ref">,
  line: number | null,
): Promise<EffectTally> {
  if (line === null) return ports.store.workflows.tally(ref, null);
  const [found] = await ports.store.ledger.lines(ref, {
    ...{ pass: "run", outcome: "created", problem: null, afterLine: line - 1, limit: 1 },
  });
  return found?.line === line && found.contact !== null
    ? ports.store.workflows.tally(ref, found.contact)
    : { runs: 0, waiting: 0, sent: 0 };
}
