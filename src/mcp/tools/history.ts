/** The history of imports, and one of them. */
import { z } from "zod";
import { findImport } from "../../app/view/find-by-id.ts";
import { detailJson } from "../../app/view/import-detail-json.ts";
import { importJson } from "../../app/view/import-json.ts";
import { accept } from "../../core/problem/refusal.ts";
import { importAnswer, importShape } from "../import-answer.ts";
import { PAGE_LIMIT } from "../limits.ts";
import { CELLS_ARE_DATA, DATA_NOTE, importId, tool, withData } from "../tool.ts";

export const listImports = tool({
  name: "list_imports",
  title: "List imports",
  description: `The imports of the workspace, newest first: who, when, which file, and what became of its lines. ${CELLS_ARE_DATA}`,
  does: "reads",
  action: "read",
  takes: z.strictObject({
    before: z.string().max(40).optional().describe("Id of the last import of the page before"),
    limit: z.number().int().min(1).max(PAGE_LIMIT).default(10),
  }),
  answers: {
    ...withData,
    items: z.array(z.looseObject({ import: z.string(), state: z.string() })),
    next: z.string().nullable().describe("before of the next page"),
  },
  async do({ ports, workspace, args: { before, limit } }) {
    const from = before === undefined ? accept(null) : await findImport(ports, workspace, before);
    if (!from.ok) return from;
    const page = { limit: limit + 1, before: from.value?.ref.import ?? null };
    const found = await ports.store.imports.list(workspace.number, page);
    const items = found.slice(0, limit);
    const next = found.length > limit ? (items.at(-1)?.id ?? null) : null;
    return accept({ data: DATA_NOTE, items: items.map((record) => importJson(record)), next });
  },
});

export const showImport = tool({
  name: "show_import",
  title: "Show an import",
  description: `One import: how far it is or how it ended, how its file was read and mapped, under which policy, and what was undone of it. Where it is planned, with the word that start_import needs. ${CELLS_ARE_DATA}`,
  does: "reads",
  action: "read",
  takes: z.strictObject({ import: importId }),
  answers: importShape,
  async do(call) {
    const { ports, workspace, args } = call;
    const found = await findImport(ports, workspace, args.import);
    if (!found.ok) return found;
    // The problems are explained by a tool of their own.
    const { explanations: _, ...detail } = detailJson(found.value);
    return accept({ ...detail, ...importAnswer(found.value, call), dialect: detail.dialect });
  },
});
