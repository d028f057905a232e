/**
 * Binds a handler to its endpoint: who asks is found, what is asked is checked, what the endpoint needs is demanded, and what
 * comes of it is answered as JSON or as a problem.
 */
import type { Context, Hono } from "hono";
import type { Ports } from "../app/ports.ts";
import { StoreFault } from "../app/store-fault.ts";
import type { Action } from "../core/member/permissions.ts";
import { catalogue } from "../core/problem/catalogue.ts";
import { type Refusal, type Result, refuseWith } from "../core/problem/refusal.ts";
import type { Voice } from "../core/problem/voice.ts";
import { answeredOnce } from "./answered-once.ts";
import { jsonOf } from "./body/json-body.ts";
import { BodyCutOff, SentBytes } from "./body/sent-bytes.ts";
import { type Acting, actingFor, type Caller, callerName, findCaller } from "./caller.ts";
import {
  type AnswerOf,
  type BodyOf,
  type Endpoint,
  isDownload,
  type ParamsOf,
  type QueryOf,
} from "./contract/endpoint.ts";
import { notInEmbed, notTheirs } from "./embed-gate.ts";
import { invalid, problemResponse } from "./problem-json.ts";
import { RateLimits } from "./rate-limits.ts";
import { remoteAddress } from "./remote-address.ts";
import type { ServerParts } from "./server-parts.ts";
import { voiceFor } from "./voices.ts";

/** What every handler gets; in a workspace also who acts in which one. */
export type Call<E extends Endpoint> = {
  readonly ports: Ports;
  readonly parts: ServerParts;
  readonly params: ParamsOf<E>;
  readonly query: QueryOf<E>;
  readonly body: BodyOf<E>;
  readonly context: Context;
  /** How whoever asks is told of problems. */
  readonly voice: Voice;
  /** Of an endpoint that reads it itself. */
  readonly sent: SentBytes;
} & (E["need"] extends Action
  ? Acting & { readonly caller: Caller }
  : E["need"] extends "signed_in"
    ? { readonly caller: Caller }
    : Record<never, never>);

/** A value, or a whole response where it is a download or needs headers of its own. */
type Handler<E extends Endpoint> = (call: Call<E>) => Promise<Result<AnswerOf<E>> | Response>;

export type Bind = <const E extends Endpoint>(spec: E, handler: Handler<E>) => void;

/** The endpoints that were bound, for the OpenAPI document. */
export type Bound = { readonly bind: Bind; readonly endpoints: readonly Endpoint[] };

export const API = "/api/v1";

export function binder(app: Hono, parts: ServerParts): Bound {
  const limits = new RateLimits(parts.config.requestsPerMinute);
  const endpoints: Endpoint[] = [];
  const bind: Bind = (spec, handler) => {
    endpoints.push(spec);
    const path = API + spec.path.replace(/\{(\w+)\}/g, ":$1");
    // The framework answers HEAD by what is bound to GET.
    const method = spec.method === "head" ? "get" : spec.method;
    app.on(method.toUpperCase(), path, (context) =>
      answer(context, { parts, limits }, { spec, handler: handler as unknown as Handler<Endpoint> }),
    );
  };
  return { bind, endpoints };
}

type Route = { readonly spec: Endpoint; readonly handler: Handler<Endpoint> };

type Server = { readonly parts: ServerParts; readonly limits: RateLimits };

async function answer(context: Context, server: Server, route: Route): Promise<Response> {
  try {
    const response = await handled(context, server, route);
    for (const [name, value] of Object.entries(context.get("allowance") ?? {}))
      response.headers.set(name, String(value));
    // What it says is somebody's, and may be another thing a moment later.
    if (!response.headers.has("cache-control")) response.headers.set("Cache-Control", "no-store");
    return context.req.raw.method === "HEAD" ? await headOf(response) : response;
  } catch (error) {
    if (error instanceof BodyCutOff) return problemResponse(refuseWith("body_cut_off", error.message).refusal);
    return problemResponse(faultOf(server.parts, error));
  }
}

/** What the body is made from is given back: nobody reads it. */
async function headOf({ body, status, headers }: Response): Promise<Response> {
  await body?.cancel();
  return new Response(null, { status, headers });
}

async function handled(context: Context, server: Server, route: Route): Promise<Response> {
  const { parts } = server;
  const { spec } = route;
  const who = await whoAsks(context, server, spec);
  if (who instanceof Response) return who;
  const sent = new SentBytes(context.req.raw);
  const run = () => handledFor(context, { parts, sent, who }, route);
  const key = context.req.header("idempotency-key");
  const { caller, workspace } = who as Partial<Acting & { readonly caller: Caller }>;
  if (key === undefined || caller === undefined || spec.method !== "post" || spec.protocol) return run();
  return answeredOnce(
    parts.pool.lent(),
    { workspace: workspace?.number ?? 0, caller: callerName(caller), key },
    {
      request: context.req.raw,
      sent,
      isRead: spec.body !== undefined || spec.takes !== undefined,
      holdsSecret: spec.holdsSecret === true,
    },
    run,
  );
}

type Known = Pick<Call<Endpoint>, "parts" | "sent"> & { readonly who: Who };

async function handledFor(context: Context, { parts, sent, who }: Known, { spec, handler }: Route): Promise<Response> {
  // A body comes as slowly as its sender likes: no connection waits for it.
  const asked = await whatIsAsked(context, spec, sent);
  if (asked instanceof Response) return asked;
  const voice = voiceFor(context.req.raw.headers);
  const work = (ports: Ports) =>
    handler({ parts, ports, sent, ...who, ...asked, context, voice } as unknown as Call<Endpoint>);
  const result = await (spec.isSlow ? work(parts.pool.lent()) : parts.pool.use(work));
  if (result instanceof Response) return result;
  if (!result.ok) return problemResponse(result.refusal);
  if (spec.answer === null || isDownload(spec.answer)) return new Response(null, { status: 204 });
  return Response.json(result.value, { status: spec.status ?? 200 });
}

type Who = Record<never, never> | { readonly caller: Caller } | (Acting & { readonly caller: Caller });

async function whoAsks(context: Context, { parts, limits }: Server, spec: Endpoint): Promise<Who | Response> {
  const { need, path } = spec;
  if (need === "public") return {};
  const { req } = context;
  const address = remoteAddress(context, parts.config.proxies);
  const blocked = await limits.isBlocked(address);
  if (blocked) return blocked;
  return parts.pool.use(async (ports) => {
    const caller = await findCaller(parts.identify, ports, req.raw.headers);
    if (!caller.ok) {
      // A token that has ended was one: nobody guesses.
      const mayGuess = req.header("authorization") !== undefined && caller.refusal.code !== "embed_token_expired";
      if (mayGuess) await limits.failed(address);
      return problemResponse(caller.refusal);
    }
    const allowance = await limits.ofCaller(caller.value);
    if (allowance instanceof Response) return allowance;
    context.set("allowance", allowance);
    const outside = notInEmbed(caller.value, spec);
    if (outside) return problemResponse(outside);
    if (need === "signed_in") return { caller: caller.value };
    const named = req.header("muster-workspace") ?? req.query("workspace") ?? null;
    const acting = await actingFor(ports, caller.value, { need, named });
    if (!acting.ok) return problemResponse(acting.refusal);
    const who = { ...acting.value, caller: caller.value };
    const others = await notTheirs(ports, who, path.startsWith("/imports/{id}") ? req.param("id") : undefined);
    return others ? problemResponse(others) : who;
  });
}

type Asked = Pick<Call<Endpoint>, "params" | "query" | "body">;

async function whatIsAsked({ req }: Context, spec: Endpoint, sent: SentBytes): Promise<Asked | Response> {
  const query = spec.query?.safeParse(given(req.queries()));
  if (query && !query.success) return invalid(query.error);
  if (spec.body === undefined) return { params: req.param(), query: query?.data ?? {}, body: undefined };
  const json = await jsonOf(sent);
  if (!json.ok) return problemResponse(json.refusal);
  const body = spec.body.safeParse(json.value);
  if (!body.success) return invalid(body.error);
  return { params: req.param(), query: query?.data ?? {}, body: body.data as undefined };
}

/** One value as a text, several as a list. */
const given = (queries: Readonly<Record<string, string[]>>): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries(queries).map(([name, values]) => [name, values.length === 1 ? (values[0] ?? "") : values]),
  );

/** Faults go to the log, whole; the answer says no more than that there was one. */
export function faultOf(parts: ServerParts, error: unknown): Refusal {
  parts.log.error(error);
  if (error instanceof StoreFault) return { code: error.code, message: error.message, fix: catalogue[error.code].fix };
  return refuseWith("server_fault", "Something went wrong inside.").refusal;
}
