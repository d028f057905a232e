/** The OpenAPI 3.1 document, made from the endpoints that are bound. */
import { OpenAPIHono, type RouteConfig, z } from "@hono/zod-openapi";
import { API } from "./bind.ts";
import { type Endpoint, isDownload } from "./contract/endpoint.ts";
import { problemDetails } from "./contract/shapes.ts";

const DESCRIPTION = [
  "Contacts from files, with every row accounted for.",
  "Requests carry `Authorization: Bearer mst_…`, or the cookie of whoever has signed in. A key belongs to one workspace; a person who is in several names one in the header `Muster-Workspace`, or in the query as `workspace`. A token for embedding (`Bearer mse_…`) reaches what has `x-embed`.",
  "A refusal is `application/problem+json`: programs go by its `code`, people by `detail` and `fix`.",
].join("\n\n");

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
    info: { title: "Muster", version, description: DESCRIPTION },
    servers: [{ url: "/" }],
  });
}

function routeOf(spec: Endpoint): RouteConfig {
  const names = [...spec.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "");
  const content = bodiesOf(spec);
  const headers = headersOf(spec);
  const errors = { "application/problem+json": { schema: problemDetails } };
  return {
    method: spec.method,
    path: API + spec.path,
    tags: [spec.tag],
    summary: spec.summary,
    ...(spec.description === undefined ? {} : { description: spec.description }),
    operationId: `${spec.method}${spec.path.replace(/\W+(\w)/g, (_, letter: string) => letter.toUpperCase()).replace(/\W/g, "")}`,
    "x-permission": spec.need,
    ...(spec.inEmbed ? { "x-embed": true } : {}),
    ...(spec.need === "public" ? { security: [] } : { security: [{ key: [] }, { session: [] }] }),
    request: {
      ...(names.length === 0 ? {} : { params: z.object(Object.fromEntries(names.map((name) => [name, z.string()]))) }),
      ...(spec.query === undefined ? {} : { query: spec.query }),
      ...(Object.keys(headers).length === 0 ? {} : { headers: z.object(headers) }),
      ...(Object.keys(content).length === 0 ? {} : { body: { content } }),
    },
    responses: {
      ...answerOf(spec),
      default: { description: "A problem (RFC 9457)", content: errors },
    },
  };
}

const BYTES = { type: "string" as const, format: "binary" };

const bodiesOf = ({ body, takes = [], holds = {} }: Endpoint) => ({
  ...(body === undefined ? {} : { "application/json": { schema: body } }),
  ...Object.fromEntries(takes.map((type) => [type, { schema: holds[type] ?? BYTES }])),
});

/** Those of the endpoint, and those that all of its kind may have. */
function headersOf({ method, need, protocol, holdsSecret, headers = {} }: Endpoint) {
  const isOfWorkspace = need !== "public" && need !== "signed_in";
  const mayRepeat = method === "post" && need !== "public" && protocol === undefined;
  const known = {
    ...(isOfWorkspace ? { "Muster-Workspace": "Slug of the workspace; a key has one of its own" } : {}),
    ...(mayRepeat
      ? {
          "Idempotency-Key": holdsSecret
            ? "1 to 255 characters: the same request again within a day does nothing, and is refused with 409, as the secret is kept nowhere"
            : "1 to 255 characters: the same request again within a day is answered as the first was",
        }
      : {}),
    ...headers,
  };
  return Object.fromEntries(Object.entries(known).map(([name, says]) => [name, z.string().optional().describe(says)]));
}

function answerOf({ answer, status = 200 }: Endpoint): RouteConfig["responses"] {
  if (answer === null) return { 204: { description: "Done" } };
  if (isDownload(answer) && status === 204) return { 204: { description: answer.description } };
  if (isDownload(answer)) {
    const types = [answer.type, ...(answer.others ?? [])];
    const content = Object.fromEntries(types.map((type) => [type, { schema: BYTES }]));
    return { [status]: { description: answer.description, content } };
  }
  return { [status]: { description: "Done", content: { "application/json": { schema: answer } } } };
}
