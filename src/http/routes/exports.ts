/** Files that are taken out: exports to edit and bring back, templates to fill in. */
import { namedContacts } from "../../app/bulk/named-contacts.ts";
import { type ExportPage, exportCsv } from "../../app/export/export-contacts.ts";
import { exportObject, objectOf, templateOf } from "../../app/export/export-object.ts";
import { templateCsv } from "../../app/export/template.ts";
import type { Workspace } from "../../app/ports.ts";
import { workbookRows } from "../../app/table/workbook-rows.ts";
import { mayDo } from "../../core/member/permissions.ts";
import { type Result, refuseWith } from "../../core/problem/refusal.ts";
import type { Bind } from "../bind.ts";
import { downloadExport, downloadTemplate, exportChosen, exportTypes } from "../contract/exports.ts";
import { attachment, streamed } from "../download.ts";
import type { ServerParts } from "../server-parts.ts";

const EXPORTED = ["contacts", "accounts", "opportunities", "pipelines"];
const TEMPLATES = [...EXPORTED, "contacts,opportunities"];

export function bindExports(bind: Bind): void {
  bind(downloadExport, async ({ ports, parts, workspace, actor, params: { what }, query }) => {
    if (!EXPORTED.includes(what)) return unknown(what, EXPORTED);
    const exported = await exportObject(ports, workspace, {
      object: objectOf(what),
      ...{ search: query.search ?? null, filters: query.filter, fields: fieldsOf(query) },
      isReadOnly: !mayDo(actor, "change_mappings", workspace.policy),
    });
    return exported.ok ? fileOf(exported.value, { parts, workspace, what, format: query.format }) : exported;
  });

  bind(exportChosen, async ({ ports, parts, workspace, actor, body }) => {
    const { format, fields = null } = body;
    const which = "contacts" in body ? body.contacts : body.matching.except;
    const numbers = namedContacts(workspace, which);
    if (!numbers.ok) return numbers;
    const chosen =
      "contacts" in body
        ? { search: null, filters: [], named: numbers.value }
        : { search: body.matching.search ?? null, filters: body.matching.filter, except: numbers.value };
    const exported = await exportObject(ports, workspace, {
      ...chosen,
      fields,
      isReadOnly: !mayDo(actor, "change_mappings", workspace.policy),
    });
    return exported.ok ? fileOf(exported.value, { parts, workspace, what: "contacts", format }) : exported;
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

/** Null: all that are used. */
function fieldsOf({ fields, field }: { fields?: string | undefined; field: readonly string[] }): string[] | null {
  const all = [...(fields?.split(",") ?? []), ...field];
  return fields === undefined && field.length === 0 ? null : all;
}

type FileParts = {
  readonly parts: Pick<ServerParts, "workbook">;
  readonly workspace: Workspace;
  readonly what: string;
  readonly format: keyof typeof exportTypes;
};

function fileOf(pages: AsyncIterable<ExportPage>, { parts, workspace, what, format }: FileParts): Response {
  const pieces = format === "xlsx" ? parts.workbook(workbookRows(pages), what) : csvText(exportCsv(workspace, pages));
  return streamed(pieces, attachment(`${what}.${format}`, exportTypes[format]));
}

const unknown = (what: string, known: readonly string[]): Result<never> =>
  refuseWith("route_unknown", `There is no such file as “${what.slice(0, 80)}”; there are ${known.join("; ")}.`);

async function* csvText(pieces: ReturnType<typeof exportCsv>): AsyncIterable<string> {
  for await (const { text } of pieces) yield text;
}

async function* once<T extends ExportPage | string>(value: T): AsyncIterable<T> {
  yield value;
}
