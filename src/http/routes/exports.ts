/** Files that are taken out: exports to edit and bring back, templates to fill in. */
import { type ExportPage, exportCsv } from "../../app/export/export-contacts.ts";
import { exportObject, objectOf, templateOf } from "../../app/export/export-object.ts";
import { templateCsv } from "../../app/export/template.ts";
import { workbookRows } from "../../app/table/workbook-rows.ts";
import { mayDo } from "../../core/member/permissions.ts";
import { type Result, refuseWith } from "../../core/problem/refusal.ts";
import type { Bind } from "../bind.ts";
import { downloadExport, downloadTemplate, exportTypes } from "../contract/exports.ts";
import { attachment, streamed } from "../download.ts";

const EXPORTED = ["contacts", "accounts", "opportunities", "pipelines"];
const TEMPLATES = [...EXPORTED, "contacts,opportunities"];

export function bindExports(bind: Bind): void {
  bind(downloadExport, async ({ ports, parts, workspace, actor, params: { what }, query }) => {
    if (!EXPORTED.includes(what)) return unknown(what, EXPORTED);
    const exported = await exportObject(ports, workspace, {
      object: objectOf(what),
      ...{ search: query.search ?? null, filters: query.filter, fields: query.fields?.split(",") ?? null },
      isReadOnly: !mayDo(actor, "change_mappings", workspace.policy),
    });
    if (!exported.ok) return exported;
    const pieces =
      query.format === "xlsx"
        ? parts.workbook(workbookRows(exported.value), what)
        : csvText(exportCsv(workspace, exported.value));
    return streamed(pieces, attachment(`${what}.${query.format}`, exportTypes[query.format]));
  });

  bind(downloadTemplate, async ({ ports, parts, workspace, params: { what }, query: { format, mode, preset } }) => {
    if (!TEMPLATES.includes(what)) return unknown(what, TEMPLATES);
    const template = await templateOf(ports, workspace, { what, mode: mode ?? null, preset: preset ?? null });
    if (!template.ok) return template;
    const { rows } = template.value;
    const pieces =
      format === "xlsx"
        ? parts.workbook(workbookRows(once({ rows, contacts: 1 })), what.replace(",", " and "))
        : once(templateCsv(template.value));
    const name = `${what.replace(",", "-")}-template.${format}`;
    return streamed(pieces, attachment(name, exportTypes[format]));
  });
}

const unknown = (what: string, known: readonly string[]): Result<never> =>
  refuseWith("route_unknown", `There is no such file as “${what.slice(0, 80)}”; there are ${known.join("; ")}.`);

async function* csvText(pieces: ReturnType<typeof exportCsv>): AsyncIterable<string> {
  for await (const { text } of pieces) yield text;
}

async function* once<T extends ExportPage | string>(value: T): AsyncIterable<T> {
  yield value;
}
