/** What an undo would do, page by page: the counts on the first, and the lines, the last one of the file first. */
import { accept, type Result, refuseWith } from "../../core/problem/refusal.ts";
import { encodeId, ID_PREFIX } from "../../core/public-id.ts";
import { type Continuation, standingContinuations } from "../import/continuing/mended-lines.ts";
import { keptFor } from "../import/undoing/kept-for.ts";
import { previewUndo, type UndoRequest } from "../import/undoing/undo-import.ts";
import { type PreviewedLine, somethingStays } from "../import/undoing/undo-walk.ts";
import type { ImportRecord, Ports } from "../ports.ts";
import { changesWithIds } from "./changes-with-ids.ts";

export type UndoPage = UndoRequest & {
  readonly limit: number;
  /** `next` of the page before; null = the first. */
  readonly cursor: string | null;
  /** Of the workspace. */
  readonly idKey: number;
  /** Only lines of which something stays. */
  readonly staying?: boolean;
};

export async function undoPageJson(
  ports: Ports,
  record: ImportRecord,
  { limit, cursor, idKey, staying = false, ...request }: UndoPage,
): Promise<Result<ReturnType<typeof pageJson>>> {
  const from = cursor === null ? null : /^([a-z]+):(\d+)$/.exec(cursor);
  if (cursor !== null && from === null)
    return refuseWith("request_invalid", "The cursor is none that this list has answered.");
  const isBehind = behind(from?.[1] ?? null, Number(from?.[2]));
  const lines: PreviewedLine[] = [];
  const preview = await previewUndo(ports, record, request, (line) => {
    const isWanted = !staying || somethingStays(line);
    if (isBehind(line) && isWanted && lines.length <= limit) lines.push(line);
    // The counts are of all lines, and stand on the first page.
    return cursor === null || lines.length <= limit;
  });
  const continuedBy = cursor === null && request.only === null ? await standingContinuations(ports, record) : [];
  const others = await keptFor(ports, record.ref, { lines: lines.slice(0, limit), idKey });
  const counted = cursor === null ? preview : null;
  return accept(pageJson(record, { lines, others, limit, idKey, preview: counted, continuedBy }));
}

/** Whether a line comes later than the last one of the page before; lines of one kind of object come after those of another. */
function behind(object: string | null, line: number): (candidate: PreviewedLine) => boolean {
  let isThere = object === null;
  return (candidate) => {
    if (object === null) return true;
    if (candidate.object !== object) return isThere;
    isThere = true;
    return candidate.line < line;
  };
}

type Page = {
  readonly lines: readonly PreviewedLine[];
  /** Imports that what a line made stays for. */
  readonly others: ReadonlyMap<PreviewedLine, readonly string[]>;
  readonly limit: number;
  readonly idKey: number;
  readonly preview: Awaited<ReturnType<typeof previewUndo>> | null;
  readonly continuedBy: readonly Continuation[];
};

function pageJson({ id }: ImportRecord, { lines, others, limit, idKey, preview, continuedBy }: Page) {
  const items = lines.slice(0, limit);
  const last = items.at(-1);
  return {
    import: id,
    preview: preview?.tally ?? null,
    besides: preview?.sides ?? null,
    continuedBy,
    items: items.map((item) => itemJson(item, others.get(item) ?? [], idKey)),
    next: lines.length > limit && last !== undefined ? `${last.object}:${last.line}` : null,
  };
}

const itemJson = (
  { line, object, contact, result, kept, back }: PreviewedLine,
  keptFor: readonly string[],
  idKey: number,
) => ({
  line,
  [object]: encodeId(ID_PREFIX[object], idKey, contact),
  result,
  fields: kept,
  back: changesWithIds({ object, changes: back }, idKey),
  ...(keptFor.length > 0 ? { keptFor } : {}),
});
