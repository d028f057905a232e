/** The HTTP application: every route behind its endpoint. Listens on nothing itself. */
import { Hono } from "hono";
import { mountSignIn } from "./auth/mount-sign-in.ts";
import { binder, faultOf } from "./bind.ts";
import { mountEmbedPage } from "./embed-page.ts";
import { Metrics } from "./metrics.ts";
import { observe } from "./observe.ts";
import { pageHeaders } from "./page-headers.ts";
import { problemResponse } from "./problem-json.ts";
import { problemsInVoice } from "./problems-in-voice.ts";
import { bindBulkChanges } from "./routes/bulk-changes.ts";
import { bindChangeImport } from "./routes/change-import.ts";
import { bindAccounts, bindContacts, bindOpportunities } from "./routes/contacts.ts";
import { bindDuplicates, bindMerges } from "./routes/duplicates.ts";
import { bindEmbed } from "./routes/embed.ts";
import { bindErasures } from "./routes/erasures.ts";
import { bindExports } from "./routes/exports.ts";
import { bindFields, bindMappings, bindTags } from "./routes/fields.ts";
import { bindHand } from "./routes/hand.ts";
import { bindImportEvents } from "./routes/import-events.ts";
import { bindImportFiles } from "./routes/import-files.ts";
import { bindImportMoves, bindUndo } from "./routes/import-moves.ts";
import { bindImports } from "./routes/imports.ts";
import { bindKeys } from "./routes/keys.ts";
import { bindMembers } from "./routes/members.ts";
import { bindNotifications, bindTasks, bindWebhooks } from "./routes/notifications.ts";
import { bindOperation } from "./routes/operation.ts";
import { bindSources } from "./routes/sources.ts";
import { bindStartImport } from "./routes/start-import.ts";
import { bindTus } from "./routes/tus.ts";
import { bindUploads } from "./routes/uploads.ts";
import { bindViews } from "./routes/views.ts";
import { bindEffects, bindWorkflows } from "./routes/workflows.ts";
import { bindPolicy, bindWorkspaces } from "./routes/workspaces.ts";
import type { ServerParts } from "./server-parts.ts";
import { mountWebApp } from "./web-app.ts";
import { webFiles } from "./web-files.ts";

const ROUTES = [
  bindImports,
  bindStartImport,
  bindChangeImport,
  bindImportMoves,
  bindUndo,
  bindImportFiles,
  bindImportEvents,
  bindUploads,
  bindTus,
  bindContacts,
  bindHand,
  bindAccounts,
  bindOpportunities,
  bindDuplicates,
  bindMerges,
  bindBulkChanges,
  bindErasures,
  bindViews,
  bindExports,
  bindFields,
  bindMappings,
  bindTags,
  bindWorkspaces,
  bindPolicy,
  bindSources,
  bindMembers,
  bindKeys,
  bindEmbed,
  bindWorkflows,
  bindEffects,
  bindNotifications,
  bindTasks,
  bindWebhooks,
];

export function makeApp(parts: ServerParts): Hono {
  const app = new Hono();
  const metrics = new Metrics();
  app.use(observe({ log: parts.log, metrics }));
  app.use(pageHeaders(parts));
  app.use(problemsInVoice);
  mountSignIn(app, parts);
  const { bind, endpoints } = binder(app, parts);
  for (const bindRoutes of ROUTES) bindRoutes(bind);
  bindOperation(app, parts, { metrics, endpoints });
  const files = webFiles();
  mountEmbedPage(app, files);
  mountWebApp(app, files, endpoints);
  app.onError((error) => problemResponse(faultOf(parts, error)));
  return app;
}
