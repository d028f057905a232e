/** The OpenAPI 3.1 document, made from the endpoints that are bound. */
import { OpenAPIHono, type RouteConfig, z } from "@hono/zod-openapi";
import { API } from "./bind.ts";
import { type Endpoint, isDownload } from "./contract/endpoint.ts";
import { problemDetails } from "./contract/shapes.ts";

export function openApiDocument(endpoints: readonly Endpoint[], version: string) {
  const host = new OpenAPIHono();
  const registry = host.openAPIRegistry;
  registry.registerComponent("securitySchemes", "key", { type: "http", scheme: "bearer", bearerFormat: "mst_…" });
  registry.registerComponent("securitySchemes", "session", {
    type: "apiKey",
    in: "cookie",
    name: "muster.session_token",
  });
  for (const spec of endpoints) registry.registerPath(routeOf(spec));
  return host.getOpenAPI31Document({
    openapi: "3.1.0",
    info: { title: "Muster", version, description: "Contacts from files, with every row accounted for." },
    servers: [{ url: "/" }],
  });
}

function routeOf(spec: Endpoint): RouteConfig {
  const names = [...spec.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "");
  const content = {
    ...(spec.body === undefined ? {} : { "application/json": { schema: spec.body } }),
    ...Object.fromEntries((spec.takes ?? []).map((type) => [type, { schema: { type: "string", format: "binary" } }])),
  };
  const errors = { "application/problem+json": { schema: problemDetails } };
  return {
    method: spec.method,
    path: API + spec.path,
    tags: [spec.tag],
    summary: spec.summary,
    ...(spec.description === undefined ? {} : { description: spec.description }),
    operationId: `${spec.method}${spec.path.replace(/\W+(\w)/g, (_, letter: string) => letter.toUpperCase()).replace(/\W/g, "")}`,
    "x-permission": spec.need,
    ...(spec.need === "public" ? { security: [] } : { security: [{ key: [] }, { session: [] }] }),
    request: {
      ...(names.length === 0 ? {} : { params: z.object(Object.fromEntries(names.map((name) => [name, z.string()]))) }),
      ...(spec.query === undefined ? {} : { query: spec.query }),
      ...(Object.keys(content).length === 0 ? {} : { body: { content } }),
    },
    responses: {
      ...answerOf(spec),
      default: { description: "A problem (RFC 9457)", content: errors },
    },
  };
}

function answerOf({ answer, status }: Endpoint): RouteConfig["responses"] {
  if (answer === null) return { 204: { description: "Done" } };
  if (isDownload(answer)) {
    const schema = { type: "string" as const, format: "binary" };
    return { 200: { description: answer.description, content: { [answer.type]: { schema } } } };
  }
  return { [status ?? 200]: { description: "Done", content: { "application/json": { schema: answer } } } };
}
