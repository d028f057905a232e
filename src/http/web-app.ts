/** The web app: the built files, and its one page wherever else a browser looks. */
import type { Hono } from "hono";
import { refuseWith } from "../core/problem/refusal.ts";
import type { Endpoint } from "./contract/endpoint.ts";
import { methodsAt } from "./methods-at.ts";
import { problemResponse } from "./problem-json.ts";
import { fileResponse, isPage, pageResponse, type WebFiles } from "./web-files.ts";

/** Named after what they hold, so that another content has another name. */
const HASHED = /^\/assets\//;
/** What is no page of the app, whether there is something or not. */
const ELSEWHERE = /^\/(api|healthz|readyz|metrics|assets|embed)(\/|$)/;

/** After every other route: it answers what is left. */
export function mountWebApp(app: Hono, files: WebFiles, endpoints: readonly Endpoint[]): void {
  app.get("*", async (context, next) => {
    const { path } = context.req;
    const file = (await files()).get(path);
    if (file && !isPage(file))
      return fileResponse(context, file, HASHED.test(path) ? "public, max-age=31536000, immutable" : "no-cache");
    if (ELSEWHERE.test(path)) return next();
    return pageResponse(context, (await files()).get("/index.html"));
  });
  app.notFound(({ req }) => {
    const methods = methodsAt(endpoints, req.path);
    if (methods.length === 0)
      return problemResponse(refuseWith("route_unknown", `There is nothing at ${req.method} ${req.path}.`).refusal);
    const allow = methods.join(", ");
    const { refusal } = refuseWith("method_not_allowed", `${req.path} takes ${allow}, and not ${req.method}.`);
    return problemResponse(refusal, { headers: { Allow: allow } });
  });
}
