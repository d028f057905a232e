/**
 * Traces of requests and jobs go to the collector that the operator has named, by OTLP over HTTP. Where none is named, nothing
 * of the SDK is loaded, and the calls that begin spans do nothing.
 */
import { wantsTraces } from "../config/tracing.ts";
import { version } from "./manifest.ts";

/** A collector that does not answer holds up the end for no longer than this. */
const FLUSH_MS = 2_000;

/**
 * @param onFault told what keeps traces from the collector
 * @returns sends what is left, and ends it
 */
export async function startTracing(onFault: (error: Error) => void): Promise<() => Promise<void>> {
  const wanted = wantsTraces(process.env);
  if (!wanted.ok || !wanted.value) return async () => undefined;
  const { diag, DiagLogLevel } = await import("@opentelemetry/api");
  const { BatchSpanProcessor, NodeTracerProvider } = await import("@opentelemetry/sdk-trace-node");
  const { OTLPTraceExporter } = await import("@opentelemetry/exporter-trace-otlp-http");
  const quiet = (): void => undefined;
  const error = (message: string): void => onFault(new Error(`traces: ${message}`));
  diag.setLogger({ error, warn: quiet, info: quiet, debug: quiet, verbose: quiet }, DiagLogLevel.ERROR);
  const provider = new NodeTracerProvider({
    resource: await resource(),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())],
  });
  provider.register();
  return async () => {
    const flushed = provider.shutdown().catch(onFault);
    await Promise.race([flushed, new Promise((resolve) => setTimeout(resolve, FLUSH_MS).unref())]);
  };
}

/** What the operator says of the service counts before what it says of itself. */
async function resource() {
  const { defaultResource, detectResources, envDetector, resourceFromAttributes, serviceInstanceIdDetector } =
    await import("@opentelemetry/resources");
  return defaultResource()
    .merge(resourceFromAttributes({ "service.name": "muster", "service.version": version }))
    .merge(detectResources({ detectors: [serviceInstanceIdDetector, envDetector] }));
}
