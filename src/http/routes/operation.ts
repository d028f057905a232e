/** What operators ask: is it alive, is it ready, how is it doing, what can it do. */
import { hash, timingSafeEqual } from "node:crypto";
import type { Hono } from "hono";
import { catalogue } from "../../core/problem/catalogue.ts";
import { refuseWith } from "../../core/problem/refusal.ts";
import type { Endpoint } from "../contract/endpoint.ts";
import { docsFile } from "../docs-files.ts";
import { docsPage, problemsPage } from "../docs-pages.ts";
import type { Metrics } from "../metrics.ts";
import { openApiDocument } from "../open-api.ts";
import { problemResponse } from "../problem-json.ts";
import { isFromHere } from "../remote-address.ts";
import type { ServerParts } from "../server-parts.ts";

export function bindOperation(
  app: Hono,
  parts: ServerParts,
  { metrics, endpoints }: { readonly metrics: Metrics; readonly endpoints: readonly Endpoint[] },
): void {
  app.get("/healthz", (context) => context.text("ok"));

  app.get("/readyz", async (context) => {
    try {
      await parts.pool.use(({ store }) => store.workspaces.list());
      return context.text("ready");
    } catch (error) {
      parts.log.error(error);
      return context.text("the database does not answer", 503);
    }
  });

  app.get("/metrics", async (context) => {
    const { metricsToken } = parts.config;
    const isAllowed =
      metricsToken === null
        ? isFromHere(context)
        : isSame(context.req.header("authorization") ?? "", `Bearer ${metricsToken}`);
    if (!isAllowed)
      return problemResponse(
        refuseWith("signed_out", "Metrics are for this machine, or for whoever has MUSTER_METRICS_TOKEN.").refusal,
      );
    const text = await parts.pool.use((ports) => metrics.text(ports));
    return context.body(text, 200, { "Content-Type": metrics.contentType });
  });

  let document: ReturnType<typeof openApiDocument> | null = null;
  app.get("/api/openapi.json", (context) => {
    document ??= openApiDocument(endpoints, parts.version);
    return context.json(document);
  });
  app.get("/api/docs", (context) => context.html(docsPage));
  app.get("/api/docs/problems", (context) => context.html(problemsPage(catalogue)));
  app.get("/api/docs/:file", async (context) => {
    const file = await docsFile(context.req.param("file"));
    if (file === null) return context.notFound();
    return context.body(file.bytes, 200, { "Content-Type": file.type, "Cache-Control": "public, max-age=86400" });
  });
}

/** Takes the same time wherever they differ. */
const isSame = (given: string, wanted: string): boolean =>
  timingSafeEqual(hash("sha256", given, "buffer"), hash("sha256", wanted, "buffer"));
