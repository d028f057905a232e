/** What is seen of every request: its id, a line in the log, its time among the metrics. Never a cell, a query or a body. */
import { randomUUID } from "node:crypto";
import { type Attributes, context as active, propagation, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import type { MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import type { Metrics } from "./metrics.ts";
import type { ServerParts } from "./server-parts.ts";

/** An id that somebody else has given is kept where it is one. */
const GIVEN_ID = /^[\w.:-]{8,128}$/;

export function observe({ log, metrics }: Pick<ServerParts, "log"> & { readonly metrics: Metrics }): MiddlewareHandler {
  const tracer = trace.getTracer("muster");
  return async (context, next) => {
    const given = context.req.header("x-request-id") ?? "";
    const request = GIVEN_ID.test(given) ? given : randomUUID();
    context.set("requestId", request);
    const started = performance.now();
    const { method } = context.req;
    // A trace that whoever asks has begun goes on here.
    const caller = propagation.extract(active.active(), context.req.raw.headers, HEADERS);
    await tracer.startActiveSpan(method, { kind: SpanKind.SERVER }, caller, async (span) => {
      try {
        await next();
      } finally {
        const route = routePath(context);
        const { status } = context.res;
        const ms = performance.now() - started;
        span.updateName(`${method} ${route}`);
        span.setAttributes({ "http.request.method": method, "http.route": route, "http.response.status_code": status });
        span.setAttributes({ "muster.request": request, ...importIn(context.req.path) });
        if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
        span.end();
        metrics.request({ method, route, status, seconds: ms / 1000 });
        log.info({ request, method, route, status, ms: Math.round(ms * 10) / 10 }, "request");
      }
    });
    context.res.headers.set("X-Request-Id", request);
  };
}

const HEADERS = {
  get: (headers: Headers, name: string): string | undefined => headers.get(name) ?? undefined,
  keys: (headers: Headers): string[] => [...headers.keys()],
};

const IMPORT_ID = /\/imports\/(imp_\w+)/;

function importIn(path: string): Attributes {
  const id = IMPORT_ID.exec(path)?.[1];
  return id === undefined ? {} : { "muster.import": id };
}
