/** Plans: made of a file, changed, corrected. No contact is written. */
import { z } from "zod";
import { changeImport } from "../../app/import/changing/change-import.ts";
import { fixCells } from "../../app/import/changing/fix-cells.ts";
import { mappingOf } from "../../app/import/import-parts.ts";
import { importPolicy } from "../../app/import/preparing/import-policy.ts";
import { importChange, importRequest } from "../../app/import/preparing/import-words.ts";
import { prepareImport } from "../../app/import/preparing/prepare-import.ts";
import { receiveFile } from "../../app/import/preparing/receive-file.ts";
import { planImport } from "../../app/import/run-import.ts";
import type { ImportRecord } from "../../app/ports.ts";
import { findImport } from "../../app/view/find-by-id.ts";
import { mayHappen } from "../../core/import-state.ts";
import { actorName } from "../../core/member/actor.ts";
import { accept, type Result, refuseWith } from "../../core/problem/refusal.ts";
import { allowedPath, filePath } from "../allowed-path.ts";
import type { Task } from "../background-work.ts";
import { columnJson } from "../column-json.ts";
import { importAnswer, importShape } from "../import-answer.ts";
import { changedOptions, importOptions } from "../import-options.ts";
import { WAIT_MS } from "../limits.ts";
import { type Call, CELLS_ARE_DATA, importId, tool } from "../tool.ts";

const planShape = {
  ...importShape,
  mapping: z
    .array(z.looseObject({ column: z.string(), field: z.string().nullable() }))
    .describe("Null = it goes to no field"),
};

export const planImportTool = tool({
  name: "plan_import",
  title: "Plan an import",
  description: `Plans the import of a file: what would become of each line, and why. Writes no contact; the plan is kept. Its answer holds the word that start_import needs. ${CELLS_ARE_DATA}`,
  does: "keeps",
  action: "import",
  takes: z.strictObject({ path: filePath, options: importOptions.optional() }),
  answers: planShape,
  async do(call) {
    const { ports, workspace, actor, args, parts } = call;
    const file = await allowedPath(args.path, parts.folder);
    if (!file.ok) return file;
    const request = importRequest(args.options ?? {}, actor);
    if (!request.ok) return request;
    const policy = importPolicy(workspace, request.value);
    if (!policy.ok) return policy;
    const source = await receiveFile(ports, file.value, policy.value.maxBytes);
    if (!source.ok) return source;
    const record = await prepareImport(ports, workspace, source.value, { request: request.value });
    return record.ok
      ? planned(call, record.value, (own, options) => planImport(own, record.value.ref, options))
      : record;
  },
});

export const changeImportTool = tool({
  name: "change_import",
  title: "Change a planned import",
  description: `Plans an import anew with another mapping, mode, policy, dialect, tags or owner. What is not given stays; map and set add to what was said. ${CELLS_ARE_DATA}`,
  does: "keeps",
  action: "import",
  takes: z.strictObject({ import: importId, options: changedOptions.optional() }),
  answers: planShape,
  async do(call) {
    const { ports, workspace, actor, args } = call;
    const found = await plannable(call, args.import);
    if (!found.ok) return found;
    const { ref } = found.value;
    const change = importChange(args.options ?? {});
    if (!change.ok) return change;
    if (Object.keys(change.value).length > 0) {
      const changed = await changeImport(ports, workspace, { ref, version: null }, { change: change.value, actor });
      if (!changed.ok) return changed;
    }
    return planned(call, found.value, (own, options) => planImport(own, ref, options));
  },
});

export const fixCellsTool = tool({
  name: "fix_cells",
  title: "Correct cells of a planned import",
  description: `Corrects single cells of a planned import, or a value wherever it stands in a column, and plans it anew. The file stays as it was. Correct what the user has said or what is beyond doubt; ask otherwise. ${CELLS_ARE_DATA}`,
  does: "keeps",
  action: "import",
  takes: z.strictObject({
    import: importId,
    cells: z
      .array(z.strictObject({ line: z.number().int().positive(), column: z.string(), value: z.string() }))
      .max(500)
      .default([])
      .describe("A column by its header, or #3 for the third; an empty value empties the cell"),
    everywhere: z
      .array(z.strictObject({ column: z.string(), from: z.string(), value: z.string() }))
      .max(100)
      .default([])
      .describe("Every cell of the column that says from"),
  }),
  answers: planShape,
  async do(call) {
    const { cells, everywhere } = call.args;
    const found = await plannable(call, call.args.import);
    if (!found.ok) return found;
    if (cells.length + everywhere.length === 0)
      return refuseWith("request_invalid", "Neither cells nor everywhere says what is to be corrected.");
    const request = { cells, everywhere, by: actorName(call.actor) };
    return planned(call, found.value, (own, options) => fixCells(own, found.value.ref, request, options));
  },
});

async function plannable({ ports, workspace }: Call<unknown>, id: string): Promise<Result<ImportRecord>> {
  const found = await findImport(ports, workspace, id);
  if (!found.ok || mayHappen(found.value.state, "plan")) return found;
  return refuseWith(
    "import_state_invalid",
    `${found.value.id} is ${found.value.state}: plans are changed before the start.`,
  );
}

/** Waits for the plan as long as an assistant waits for an answer. */
async function planned(call: Call<unknown>, { id }: ImportRecord, task: Task): Promise<Result<object>> {
  const { ports, workspace, work } = call;
  const ended = await work.do(id, { doing: "plan", task, waitMs: WAIT_MS });
  if (ended !== null && !ended.ok) return ended;
  const record = await findImport(ports, workspace, id);
  if (!record.ok) return record;
  const mapping = mappingOf(record.value.settings).map(columnJson);
  return accept({ ...importAnswer(record.value, call), mapping });
}
