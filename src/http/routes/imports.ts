/** Imports: the history, one of them, its ledger. */

import { outdatedJson } from "../../app/import/changing/outdated-plan.ts";
import { continuationsOf } from "../../app/import/continuing/mended-lines.ts";
import { LOOK_MS } from "../../app/limits.ts";
import type { FoundPage, ImportRecord, Ports } from "../../app/ports.ts";
import { earlierLines } from "../../app/view/earlier-lines.ts";
import { findImport } from "../../app/view/find-by-id.ts";
import { detailJson } from "../../app/view/import-detail-json.ts";
import { importJson } from "../../app/view/import-json.ts";
import { linesJson } from "../../app/view/ledger-json.ts";
import { lineCells } from "../../app/view/line-cells.ts";
import { type MatchedContact, matchedContacts } from "../../app/view/matched-contacts.ts";
import type { LedgerLine, Outcome } from "../../core/plan/outcome.ts";
import { accept, refuse, refuseWith } from "../../core/problem/refusal.ts";
import { unknownProblem } from "../../core/problem/unknown-problem.ts";
import type { Bind } from "../bind.ts";
import { listImports, listLines, showImport } from "../contract/imports.ts";
import { eTag } from "../e-tag.ts";

export function bindImports(bind: Bind): void {
  bind(listImports, async ({ ports, workspace, voice, query: { limit, cursor } }) => {
    const before = cursor === undefined ? null : await findImport(ports, workspace, cursor);
    if (before && !before.ok) return before;
    const found = await ports.store.imports.list(workspace.number, {
      limit: limit + 1,
      before: before?.value.ref.import ?? null,
    });
    const items = found.slice(0, limit);
    return accept({ items: items.map((record) => importJson(record, null, voice)), next: nextOf(found, items) });
  });

  bind(showImport, async ({ ports, workspace, voice, params }) => {
    const found = await findImport(ports, workspace, params.id);
    if (!found.ok) return found;
    const record = found.value;
    const json = {
      ...detailJson(record, voice),
      continuedBy: await continuationsOf(ports, record),
      ...(await outdatedJson(ports, record)),
    };
    return Response.json(json, { headers: { ETag: eTag(record.version) } });
  });

  bind(listLines, async ({ ports, workspace, caller, voice, params, query }) => {
    const found = await findImport(ports, workspace, params.id);
    if (!found.ok) return found;
    const unknown = unknownProblem(query.problem, "request_invalid");
    if (unknown) return refuse(unknown);
    const after = Number(query.cursor ?? 0);
    if (!Number.isSafeInteger(after)) return refuseWith("request_invalid", "The cursor is none of this list.");
    const { rows, seenTo } = await linesAfter(ports, found.value, { ...query, afterLine: after });
    const json = await linesJson(ports, found.value, { lines: rows, idKey: workspace.idKey, voice });
    const withCells = query.cells ? await lineCells(ports, found.value, rows) : [];
    // Whose file it is in another product's page need not know whom the workspace has.
    const isNamed = query.cells && caller.kind !== "embed";
    const matched = isNamed
      ? await matchedContacts(ports, found.value, { lines: rows, idKey: workspace.idKey })
      : new Map<number, MatchedContact>();
    const earlier = query.earlier ? await earlierLines(ports, found.value)(rows) : new Map<number, number>();
    return accept({
      items: json.map((line, at) => {
        const [is, first] = [matched.get(line.line), earlier.get(line.line)];
        return {
          ...line,
          ...(is === undefined ? {} : { matched: is }),
          ...(first === undefined ? {} : { earlier: first }),
          ...withCells[at],
        };
      }),
      next: seenTo === null ? null : String(seenTo),
    });
  });
}

const nextOf = (found: readonly ImportRecord[], items: readonly ImportRecord[]): string | null =>
  found.length > items.length ? (items.at(-1)?.id ?? null) : null;

type Wanted = {
  readonly limit: number;
  readonly afterLine: number;
  readonly outcome?: Outcome | undefined;
  readonly problem?: string | undefined;
};

/** A planned import has its plan instead of a ledger. */
const linesAfter = (
  { store }: Ports,
  { ref, state }: ImportRecord,
  { limit, afterLine, outcome, problem }: Wanted,
): Promise<FoundPage<LedgerLine>> =>
  store.ledger.page(
    ref,
    {
      ...{ outcome: outcome ?? null, problem: problem ?? null, afterLine, limit },
      pass: state === "planned" ? "plan" : "run",
    },
    LOOK_MS,
  );
