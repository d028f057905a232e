/** An export of whatever a workspace holds. */
import { MANY, OBJECT_KINDS, type ObjectKind } from "../../core/object/object-kind.ts";
import { accept, type Result } from "../../core/problem/refusal.ts";
import type { Ports, Workspace } from "../ports.ts";
import { type ExportPage, type ExportRequest, exportRows } from "./export-contacts.ts";
import { exportOpportunities, exportPipelines } from "./export-opportunities.ts";
import { isAboutOpportunities, opportunityTemplate } from "./opportunity-template.ts";
import { contactsTemplate, type Template, type TemplateRequest } from "./template.ts";

/** The kind behind the word for many of it. */
export const objectOf = (many: string): ObjectKind => OBJECT_KINDS.find((kind) => MANY[kind] === many) ?? "contact";

export async function exportObject(
  ports: Pick<Ports, "store" | "now">,
  workspace: Workspace,
  request: ExportRequest,
): Promise<Result<AsyncIterable<ExportPage>>> {
  switch (request.object) {
    case "pipeline":
      return accept(exportPipelines(ports, workspace));
    case "opportunity":
      return exportOpportunities(ports, workspace, request);
    default:
      return exportRows(ports, workspace, request);
  }
}

/** @param what `contacts`, `accounts`, `opportunities`, `contacts,opportunities` or `pipelines` */
export const templateOf = (
  ports: Pick<Ports, "store">,
  workspace: Workspace,
  { what, ...request }: Omit<TemplateRequest, "object"> & { readonly what: string },
): Promise<Result<Template>> =>
  isAboutOpportunities(what)
    ? opportunityTemplate(ports, workspace, { kind: what, ...request })
    : contactsTemplate(ports, workspace, { object: objectOf(what), ...request });
