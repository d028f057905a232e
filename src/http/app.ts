/** The HTTP application: every route behind its endpoint. Listens on nothing itself. */
import { Hono } from "hono";
import { refuseWith } from "../core/problem/refusal.ts";
import { mountSignIn } from "./auth/mount-sign-in.ts";
import { binder, faultOf } from "./bind.ts";
import { openApiDocument } from "./open-api.ts";
import { problemResponse } from "./problem-json.ts";
import { bindAccounts, bindContacts, bindOpportunities } from "./routes/contacts.ts";
import { bindDuplicates, bindMerges } from "./routes/duplicates.ts";
import { bindExports } from "./routes/exports.ts";
import { bindFields, bindMappings, bindTags } from "./routes/fields.ts";
import { bindImports } from "./routes/imports.ts";
import { bindMembers } from "./routes/members.ts";
import { bindSources } from "./routes/sources.ts";
import { bindEffects, bindWorkflows } from "./routes/workflows.ts";
import { bindPolicy, bindWorkspaces } from "./routes/workspaces.ts";
import type { ServerParts } from "./server-parts.ts";

export function makeApp(parts: ServerParts): Hono {
  const app = new Hono();
  mountSignIn(app, parts.signIn);
  const { bind, endpoints } = binder(app, parts);
  bindImports(bind);
  bindContacts(bind);
  bindAccounts(bind);
  bindOpportunities(bind);
  bindFields(bind);
  bindMappings(bind);
  bindTags(bind);
  bindWorkspaces(bind);
  bindPolicy(bind);
  bindSources(bind);
  bindMembers(bind);
  bindExports(bind);
  bindWorkflows(bind);
  bindEffects(bind);
  bindDuplicates(bind);
  bindMerges(bind);
  app.get("/api/openapi.json", (context) => context.json(openApiDocument(endpoints, parts.version)));
  app.get("/healthz", (context) => context.text("ok"));
  app.notFound(({ req }) =>
    problemResponse(refuseWith("route_unknown", `There is nothing at ${req.method} ${req.path}.`).refusal),
  );
  app.onError((error) => problemResponse(faultOf(parts, error)));
  return app;
}
