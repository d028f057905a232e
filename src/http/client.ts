/** A client of the API, typed by the endpoints: the command line's `--server`, the web app and other programs speak through it. */

import type { z } from "@hono/zod-openapi";
import type { Refusal } from "../core/problem/refusal.ts";
import type { AnswerOf, BodySent, Endpoint, ParamsOf, QuerySent } from "./contract/endpoint.ts";
import type { problemDetails } from "./contract/shapes.ts";

type ProblemDetails = z.output<typeof problemDetails>;

/** Where an endpoint is, without its schemas: what a browser needs of it. */
export type Place = Pick<Endpoint, "method" | "path">;

type RawBody = NonNullable<RequestInit["body"]>;

type Given<E extends Endpoint> = (keyof ParamsOf<E> extends never
  ? { params?: undefined }
  : { params: ParamsOf<E> }) & {
  readonly query?: QuerySent<E>;
  readonly body?: BodySent<E> | RawBody;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
};

export type ClientSettings = {
  /** Such as `http://localhost:3000`. */
  readonly server: string;
  /** API key; absent = the session's cookie goes along. */
  readonly key?: string;
  /** Slug; absent = the key's own, or the default one. */
  readonly workspace?: string;
  /** Who reads what is wrong, and in which language: `terminal`, `page-en`, `page-de`; absent = a program. */
  readonly reader?: string;
  readonly fetch?: typeof fetch;
};

export type ServerEvent = { readonly event: string; readonly data: string };

/** A problem that the server has answered. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly refusal: Refusal;
  /** What is wrong with which part of the request. */
  readonly errors: NonNullable<ProblemDetails["errors"]>;
  constructor(status: number, refusal: Refusal, errors: ApiProblem["errors"] = []) {
    super(refusal.message);
    this.status = status;
    this.refusal = refusal;
    this.errors = errors;
  }
}

export class ApiClient {
  readonly #settings: ClientSettings;

  constructor(settings: ClientSettings) {
    this.#settings = settings;
  }

  /** The answer's JSON. Throws `ApiProblem`; a server that cannot be reached throws what `fetch` throws. */
  async call<E extends Endpoint>(endpoint: E, given: Given<E>): Promise<AnswerOf<E>> {
    const response = await this.send(endpoint, given);
    return (response.status === 204 ? null : await response.json()) as AnswerOf<E>;
  }

  /** What is told while something goes on, one event after the other. Throws `ApiProblem`, also what `fetch` throws. */
  async *events<E extends Place & Endpoint>(endpoint: E, given: Given<E>): AsyncGenerator<ServerEvent> {
    yield* eventsIn(await this.send(endpoint, given));
  }

  /** The answer as it comes, for downloads. Throws `ApiProblem`. */
  async send<E extends Place & Endpoint>({ method, path }: E, given: Given<E>): Promise<Response> {
    const { server, key, workspace, reader, fetch: send = fetch } = this.#settings;
    const { params, query, body, headers, signal } = given;
    const url = new URL(`/api/v1${filled(path, params ?? {})}`, server);
    for (const [name, value] of Object.entries(query ?? {}))
      for (const one of Array.isArray(value) ? value : value === undefined ? [] : [value])
        url.searchParams.append(name, String(one));
    const isJson = body !== undefined && !isRaw(body);
    const response = await send(url, {
      method: method.toUpperCase(),
      headers: {
        ...(key === undefined ? {} : { Authorization: `Bearer ${key}` }),
        ...(workspace === undefined ? {} : { "Muster-Workspace": workspace }),
        ...(reader === undefined ? {} : { "Muster-Reader": reader }),
        ...(isJson ? { "Content-Type": "application/json" } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body: isJson ? JSON.stringify(body) : (body as RawBody), duplex: "half" }),
      ...(signal === undefined ? {} : { signal }),
    } as RequestInit);
    if (!response.ok) throw await problemOf(response);
    return response;
  }
}

/**
 * https://html.spec.whatwg.org/multipage/server-sent-events.html, as far as this server speaks it. `EventSource` sends no key and
 * no token.
 */
async function* eventsIn({ body }: Response): AsyncGenerator<ServerEvent> {
  if (body === null) return;
  // Not every browser iterates over a stream by itself.
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  try {
    let text = "";
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      text += piece.value;
      const blocks = text.split("\n\n");
      text = blocks.pop() ?? "";
      for (const block of blocks) {
        const lines = block.split("\n").map((line) => /^(\w+): ?(.*)$/.exec(line));
        const of = (name: string): string => lines.find((line) => line?.[1] === name)?.[2] ?? "";
        if (of("data") !== "") yield { event: of("event"), data: of("data") };
      }
    }
  } finally {
    // Whoever has seen enough lets the connection go.
    await reader.cancel().catch(() => undefined);
  }
}

const filled = (path: string, params: Readonly<Record<string, string>>): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));

const isRaw = (body: unknown): body is RawBody =>
  typeof body === "string" ||
  body instanceof Uint8Array ||
  body instanceof Blob ||
  body instanceof FormData ||
  body instanceof ReadableStream;

async function problemOf(response: Response): Promise<ApiProblem> {
  const { status, statusText } = response;
  const problem = (await response.json().catch(() => null)) as ProblemDetails | null;
  if (problem !== null && typeof problem.code === "string") {
    const { code, detail, fix, errors } = problem;
    return new ApiProblem(status, { code, message: detail, fix }, errors);
  }
  const message = `The server answered ${status} ${statusText}.`;
  const fix = "See whether the address is that of a Muster server.";
  return new ApiProblem(status, { code: "server_fault", message, fix });
}
