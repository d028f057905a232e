/** Addresses that a browser downloads by itself, with the session's cookie. */
import type { Endpoint, ParamsOf, QuerySent } from "../../src/http/contract/endpoint.ts";
import type { WorkspaceClient } from "./workspace-client.ts";

export function downloadLink<E extends Endpoint>(
  { workspace }: Pick<WorkspaceClient, "workspace">,
  { path }: E,
  { params, query }: { readonly params: ParamsOf<E>; readonly query: QuerySent<E> },
): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: keyof typeof params) => encodeURIComponent(params[name] ?? ""));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...query, workspace: workspace ?? undefined }))
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) search.append(name, String(one));
  return `/api/v1${filled}?${search}`;
}
