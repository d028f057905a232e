/** The HTTP application: every route behind its endpoint. Listens on nothing itself. */
import { Hono } from "hono";
import { refuseWith } from "../core/problem/refusal.ts";
import { binder, faultOf } from "./bind.ts";
import type { Identify } from "./caller.ts";
import { openApiDocument } from "./open-api.ts";
import type { PortsPool } from "./ports-pool.ts";
import { problemResponse } from "./problem-json.ts";
import { bindImports } from "./routes/imports.ts";

/** Where the server says what happens. Never cells of files. */
export type Log = {
  info(facts: Readonly<Record<string, unknown>>, message: string): void;
  error(error: unknown): void;
};

/** What the application works with, made by the composition root. */
export type ServerParts = {
  readonly pool: PortsPool;
  readonly identify: Identify;
  /** Tells the workers that there is something to do. */
  readonly nudge: () => void;
  readonly log: Log;
  readonly version: string;
};

export function makeApp(parts: ServerParts): Hono {
  const app = new Hono();
  const { bind, endpoints } = binder(app, parts);
  bindImports(bind);
  app.get("/api/openapi.json", (context) => context.json(openApiDocument(endpoints, parts.version)));
  app.get("/healthz", (context) => context.text("ok"));
  app.notFound(({ req }) =>
    problemResponse(refuseWith("route_unknown", `There is nothing at ${req.method} ${req.path}.`).refusal),
  );
  app.onError((error) => problemResponse(faultOf(parts, error)));
  return app;
}
