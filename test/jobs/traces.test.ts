/** Traces that a server and its workers send to a collector, seen by a real one of the protocol. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, onTestFinished, test } from "vitest";
import { listening, startMuster, workbench } from "../cli/run-muster.ts";
import { receiver } from "../support/receiver.ts";

type Attribute = {
  readonly key: string;
  readonly value: { readonly stringValue?: string; readonly intValue?: number };
};
type Span = { readonly name: string; readonly traceId: string; readonly attributes: readonly Attribute[] };
type Import = { readonly import: string; readonly state: string };
type Sent = {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly Attribute[] };
    readonly scopeSpans: readonly { readonly spans: readonly Span[] }[];
  }[];
};

const TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
const FILE = "email,full_name,city\nann.secret@example.com,Ann Secret,Oslo\n";

const valuesOf = (attributes: readonly Attribute[]) =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, value.stringValue ?? value.intValue]));

/** A server whose import has ended and that was stopped, and what a collector has received of it. */
async function tracedImport() {
  const collector = await receiver((_, response) => response.setHeader("content-type", "application/json").end("{}"));
  const bench = workbench();
  const key = String(bench.json(["keys", "create", "test", "--scope", "import"]).key);
  const server = startMuster(["serve", "--port", "0", "--workers", "1", "--data", bench.data], {
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OTEL_EXPORTER_OTLP_HEADERS: "x-collector-key=abc",
    OTEL_RESOURCE_ATTRIBUTES: "deployment.environment.name=test",
  });
  onTestFinished(() => void server.child.kill("SIGKILL"));
  const url = await listening(server);
  const authorization = { Authorization: `Bearer ${key}` };
  const post = async (path: string, headers = {}, body?: string) => {
    const request = {
      method: "POST",
      headers: { ...authorization, ...headers },
      ...(body === undefined ? {} : { body }),
    };
    return (await (await fetch(`${url}/api/v1/imports${path}wait=50`, request)).json()) as Import;
  };
  const headers = { "Content-Type": "text/csv", traceparent: `00-${TRACE}-00f067aa0ba902b7-01` };
  const { import: id, state } = await post("?name=people.csv&dryRun=true&", headers, FILE);
  const states = [state, (await post(`/${id}/start?`)).state, (await post(`/${id}/undo?`)).state];
  expect(states).toEqual(["planned", "done", "undone"]);
  server.child.kill("SIGTERM");
  expect((await server.ended).code).toBe(0);
  const bodies = collector.got.map(({ body }) => JSON.parse(body) as Sent);
  const spans = bodies
    .flatMap(({ resourceSpans }) => resourceSpans)
    .flatMap(({ resource, scopeSpans }) =>
      scopeSpans.flatMap((scope) =>
        scope.spans.map((span) => ({ ...span, of: valuesOf(resource.attributes), said: valuesOf(span.attributes) })),
      ),
    );
  return { id, spans, got: collector.got };
}

describe("traces", () => {
  test("requests and jobs arrive, with the import, and what is left is sent before the end", async () => {
    const { id, spans, got } = await tracedImport();
    expect(new Set(got.map(({ path, headers }) => `${path} ${headers["x-collector-key"]}`))).toEqual(
      new Set(["/v1/traces abc"]),
    );
    for (const { of } of spans)
      expect(of).toMatchObject({ "service.name": "muster", "deployment.environment.name": "test" });
    const named = (name: string) => spans.filter((span) => span.name === name);
    expect(named("POST /api/v1/imports")).toMatchObject([
      { traceId: TRACE, said: { "http.response.status_code": 202, "http.route": "/api/v1/imports" } },
    ]);
    expect(named("POST /api/v1/imports/:id/undo")).toMatchObject([{ said: { "muster.import": id } }]);
    for (const [job, state] of [
      ["plan", "planned"],
      ["run", "done"],
      ["undo", "undone"],
    ]) {
      const said = { "muster.import": id, "muster.workspace": "default", "muster.import.state": state };
      const ended = named(`job ${job}`).filter((span) => span.said["muster.job.end"] === "ended");
      expect(ended).toMatchObject([{ said }]);
    }
    const processOf = (name: string) => named(name)[0]?.of["service.instance.id"];
    expect(processOf("job run")).not.toBe(processOf("POST /api/v1/imports"));
    const text = got.map(({ body }) => body).join();
    for (const cell of ["secret", "Secret", "Oslo"]) expect(text).not.toContain(cell);
  });

  test("an address that is none is refused by its name", () => {
    const ran = workbench().run(["worker", "--once"], { env: { OTEL_EXPORTER_OTLP_ENDPOINT: "localhost:4318" } });
    expect(ran.code).toBe(2);
    expect(ran.err).toContain("OTEL_EXPORTER_OTLP_ENDPOINT is not set as it must be");
  });

  test("nothing of the SDK is loaded before it is wanted", () => {
    const source = new URL("../../src/", import.meta.url);
    const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
    const loaded = files.filter((name) =>
      /from "@opentelemetry\/(?!api")/.test(readFileSync(new URL(name, source), "utf8")),
    );
    expect(loaded).toEqual([]);
  });
});
