/** What a file of lines with errors continues, as programs read it. */
import type { ContinuedFile } from "../import/continuing/continued-file.ts";
import { linesOf } from "../import/import-parts.ts";

export function continuedFileJson({ former, lines, isWhole, own, policy, request }: ContinuedFile) {
  return {
    import: former.id,
    file: former.settings.source.name,
    at: new Date(former.createdAt).toISOString(),
    object: linesOf(former),
    ...{ lines, isWhole, ownColumns: own },
    ...{ mode: policy.mode, onMatch: policy.onMatch, emptyCells: policy.emptyCells },
    ...{ tags: [...request.tags], owner: request.owner, country: request.country, dateOrder: request.dateOrder },
  };
}
