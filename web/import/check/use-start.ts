/**
 * Starts exactly the plan that is shown: where somebody else has changed it or started it meanwhile, nothing is started, and
 * the page shows how it is now.
 */
import { useQueryClient } from "@tanstack/react-query";
import { ApiProblem } from "../../../src/http/client.ts";
import { listLines, showImport, startPlanned } from "../../api/endpoints/imports.ts";
import { type Asked, forget, useChange } from "../../api/use-answer.ts";
import { useClient } from "../../api/workspace-client.ts";
import type { ShownImport } from "../planned-import.ts";

export function useStart({ import: id, version }: Pick<ShownImport, "import" | "version">) {
  const client = useClient();
  const queries = useQueryClient();
  const started = useChange(startPlanned, { touches: [showImport], tellsItself: true });
  const { error, isPending } = started;
  const isOutdated = error instanceof ApiProblem && error.refusal.code === "version_conflict";
  const start = async (body: NonNullable<Asked<typeof startPlanned>["body"]>): Promise<void> => {
    try {
      await started.mutateAsync({ params: { id }, headers: { "If-Match": `"${version}"` }, body });
    } catch (refused) {
      await forget(queries, client, [showImport, listLines]);
      throw refused;
    }
  };
  return { start, isPending, isOutdated, error: isOutdated ? null : error };
}
