/** Whether a plan that is kept is still what a run would do. */
import type { ImportRecord, Ports } from "../../ports.ts";

/** The workspace is not as it was when the plan was made. Of a file that was imported before nobody knows: then false. */
export const isOutdated = async (
  { store: { imports } }: Pick<Ports, "store">,
  { ref, state, settings }: Planned,
): Promise<boolean> =>
  state === "planned" &&
  (await imports.basis(ref)) === null &&
  (await imports.sameFileBefore(ref, settings.source.key)) === null;

type Planned = Pick<ImportRecord, "ref" | "state" | "settings">;

/** What is told of an import beside what its record says. */
export const outdatedJson = async (
  ports: Pick<Ports, "store">,
  record: Planned,
): Promise<{ readonly outdated?: true }> => ((await isOutdated(ports, record)) ? { outdated: true } : {});
