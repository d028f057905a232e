/** Takes an import back: what that would do, and, once the user has agreed to it, doing it. */
import { z } from "zod";
import { previewUndo, type UndoPreview, type UndoRequest, undoImport } from "../../app/import/undoing/undo-import.ts";
import type { ImportRecord } from "../../app/ports.ts";
import { findImport, findImportToUndo } from "../../app/view/find-by-id.ts";
import { type UndoPage, undoPageJson } from "../../app/view/undo-page-json.ts";
import { mayHappen } from "../../core/import-state.ts";
import { actorName } from "../../core/member/actor.ts";
import { accept, type Result, refuseWith } from "../../core/problem/refusal.ts";
import { shown } from "../../core/problem/shown-text.ts";
import { unconfirmed, undoWord } from "../confirmation.ts";
import { importShape } from "../import-answer.ts";
import { PAGE_LIMIT } from "../limits.ts";
import { type Call, CELLS_ARE_DATA, DATA_NOTE, importId, tool, withData } from "../tool.ts";
import { done } from "./start.ts";

const which = {
  import: importId,
  line: z.number().int().positive().optional().describe("This line of the file alone"),
  includeEdited: z.boolean().default(false).describe("Deletes contacts of the import although they were changed since"),
};

const counts = z.record(z.string(), z.number());

export const previewUndoTool = tool({
  name: "preview_undo",
  title: "Preview an undo",
  description: `What taking an import back would do: contacts deleted, fields put back, and what stays because it was changed since. Changes nothing. Its answer holds the word that undo_import needs. ${CELLS_ARE_DATA}`,
  does: "reads",
  action: "undo",
  takes: z.strictObject({ ...which, limit: z.number().int().min(1).max(PAGE_LIMIT).default(20) }),
  answers: {
    ...withData,
    import: z.string(),
    lines: counts.describe("Lines by what would become of them"),
    besides: counts.describe("Accounts and the like that the lines made or changed"),
    continuedBy: z
      .array(z.looseObject({ import: z.string(), file: z.string() }))
      .describe("Imports that put right lines of this one: what they wrote stays until they are undone too"),
    items: z.array(z.looseObject({ line: z.number(), result: z.string() })),
    confirm: z.string(),
    next: z.string(),
  },
  async do(call) {
    const { ports, workspace, args } = call;
    const found = await undoable(call);
    if (!found.ok) return found;
    const request = requestOf(call);
    const preview = await previewUndo(ports, found.value, request);
    const page: UndoPage = { ...request, limit: args.limit, cursor: null, idKey: workspace.idKey };
    const lines = await undoPageJson(ports, found.value, page);
    if (!lines.ok) return lines;
    return accept({
      data: DATA_NOTE,
      import: found.value.id,
      ...{ lines: preview.tally, besides: preview.sides, items: lines.value.items },
      continuedBy: lines.value.continuedBy,
      confirm: undoWord(found.value, request, preview),
      next: "Show the user these numbers. Once the user agrees: undo_import with the same arguments and confirm.",
    });
  },
});

export const undoImportTool = tool({
  name: "undo_import",
  title: "Undo an import",
  description:
    "Takes back what an import wrote, or one line of it. Only after the user has seen the numbers of preview_undo and agreed to them. confirm is the word of that answer.",
  does: "takes_back",
  action: "undo",
  takes: z.strictObject({ ...which, confirm: z.string().max(100).describe("confirm of the preview") }),
  answers: { ...importShape, undone: counts.nullable().optional().describe("Lines by what became of them") },
  async do(call) {
    const { askUser } = call;
    const found = await confirmed(call);
    if (!found.ok) return found;
    const asked = await askUser(questionOf(found.value), "Undo it now");
    if (!asked.ok) return asked;
    const still = await confirmed(call);
    if (!still.ok) return still;
    const { record, request } = still.value;
    const answer = await done(call, record, {
      doing: "undo",
      task: (own, options) => undoImport(own, record.ref, request, options),
    });
    if (!answer.ok) return answer;
    const after = await findImport(call.ports, call.workspace, record.id);
    return accept({ ...answer.value, undone: after.ok ? (after.value.undo?.tally ?? null) : null });
  },
});

type Asking = Call<{ readonly import: string; readonly line?: number | undefined; readonly includeEdited: boolean }>;

const requestOf = ({ args: { line, includeEdited }, actor }: Asking): UndoRequest => ({
  ...{ only: line ?? null, includeEdited },
  by: actorName(actor),
});

async function undoable({ ports, workspace, args }: Asking): Promise<Result<ImportRecord>> {
  const found = await findImportToUndo(ports, workspace, args.import);
  if (!found.ok || (mayHappen(found.value.state, "undo") && found.value.state !== "undoing")) return found;
  return refuseWith("import_state_invalid", `${found.value.id} is ${found.value.state}: there is nothing to undo.`);
}

type Confirmed = { readonly record: ImportRecord; readonly request: UndoRequest; readonly preview: UndoPreview };

async function confirmed(call: Asking & { readonly args: { readonly confirm: string } }): Promise<Result<Confirmed>> {
  const found = await undoable(call);
  if (!found.ok) return found;
  const request = requestOf(call);
  const preview = await previewUndo(call.ports, found.value, request);
  if (call.args.confirm !== undoWord(found.value, request, preview))
    return unconfirmed(`the undo of ${found.value.id}`);
  return accept({ record: found.value, request, preview });
}

function questionOf({ record, request, preview: { tally } }: Confirmed): string {
  const what = request.only === null ? "the import" : `line ${request.only} of the import`;
  const stays = tally.kept + tally.partly + tally.merged;
  return `Take back ${what} of ${shown(record.settings.source.name)}? Contacts deleted: ${tally.deleted}; lines whose changes are taken back: ${tally.restored}; changed since, left as they are or in part: ${stays}.`;
}
