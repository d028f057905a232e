/** How a file is read and which field each column would go to, before anything is made of it. */
import { z } from "zod";
import { convertSource } from "../../app/import/preparing/convert-source.ts";
import { importPolicy } from "../../app/import/preparing/import-policy.ts";
import { importRequest } from "../../app/import/preparing/import-words.ts";
import { giveUp, receiveFile } from "../../app/import/preparing/receive-file.ts";
import { type SourceTable, sourceTable } from "../../app/import/preparing/source-table.ts";
import { refusalJson } from "../../app/view/refusal-json.ts";
import { accept } from "../../core/problem/refusal.ts";
import { dialectJson } from "../../core/tabular/dialect-json.ts";
import { allowedPath, filePath } from "../allowed-path.ts";
import { columnJson } from "../column-json.ts";
import { importOptions } from "../import-options.ts";
import { SAMPLE_ROWS } from "../limits.ts";
import { CELLS_ARE_DATA, DATA_NOTE, tool, withData } from "../tool.ts";

export const readFile = tool({
  name: "read_file",
  title: "Read a file",
  description: `Looks at a file of contacts (CSV, TSV, XLSX, ODS, vCard, JSON): how it is read and by what evidence, which field each column would go to and how sure that is, and the first rows. Keeps nothing. Begin here. ${CELLS_ARE_DATA}`,
  does: "reads",
  action: "import",
  takes: z.strictObject({ path: filePath, options: importOptions.optional() }),
  answers: {
    ...withData,
    dialect: z.looseObject({}).nullable().describe("Null = it cannot be read"),
    columns: z.array(z.looseObject({ column: z.string(), field: z.string().nullable(), confidence: z.number() })),
    rows: z.array(z.object({ line: z.number(), cells: z.array(z.string()) })),
    problem: z.looseObject({ code: z.string() }).nullable().describe("What stands in the way of an import like this"),
  },
  async do({ ports, workspace, actor, args: { path, options = {} }, parts }) {
    const file = await allowedPath(path, parts.folder);
    if (!file.ok) return file;
    const request = importRequest(options, actor);
    if (!request.ok) return request;
    const policy = importPolicy(workspace, request.value);
    if (!policy.ok) return policy;
    const source = await receiveFile(ports, file.value, policy.value.maxBytes);
    if (!source.ok) return source;
    const asked = { policy: policy.value, request: request.value };
    try {
      const converted = await convertSource(ports, source.value, { ...asked, sheet: request.value.sheet });
      try {
        return accept(tableJson(await sourceTable(ports, workspace, converted, asked)));
      } finally {
        if (converted.ok && converted.value.converted !== null) await giveUp(ports, converted.value.source.key);
      }
    } finally {
      await giveUp(ports, source.value.key);
    }
  },
});

function tableJson({ dialect, columns, constants, rows, refusal }: SourceTable) {
  return {
    data: DATA_NOTE,
    dialect: dialect && dialectJson(dialect),
    columns: columns.map(({ column, header, target, confidence, reason, samples }) => ({
      ...columnJson({ column, header, target }),
      ...{ confidence, reason, samples },
    })),
    ...(constants.length > 0 ? { constants } : {}),
    rows: rows.slice(0, SAMPLE_ROWS).map(({ line, cells }) => ({ line, cells })),
    problem: refusal && refusalJson(refusal),
  };
}
