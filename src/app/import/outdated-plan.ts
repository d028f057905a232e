/** Whether a plan that is kept is still what a run would do. */
import type { ImportRecord, Ports } from "../ports.ts";

/** The workspace is not as it was when the plan was made, or nobody knows; false is certain. */
export const isOutdated = async (
  { store }: Pick<Ports, "store">,
  { ref, state }: Pick<ImportRecord, "ref" | "state">,
): Promise<boolean> => state === "planned" && (await store.imports.basis(ref)) === null;

/** What is told of an import beside what its record says. */
export const outdatedJson = async (
  ports: Pick<Ports, "store">,
  record: Pick<ImportRecord, "ref" | "state">,
): Promise<{ readonly outdated?: true }> => ((await isOutdated(ports, record)) ? { outdated: true } : {});
