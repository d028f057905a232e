/** A job as a span of a trace, where an operator has traces: what was done of which import, and what became of it. Never a cell. */
import { type Attributes, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import type { JobEnd } from "../app/import/do-job.ts";
import type { Job, Ports } from "../app/ports.ts";

const tracer = trace.getTracer("muster");

export function inJobSpan(ports: Pick<Ports, "store">, job: Job, work: () => Promise<JobEnd>): Promise<JobEnd> {
  const { wish, tries, ref } = job;
  return tracer.startActiveSpan(`job ${wish.kind}`, { kind: SpanKind.CONSUMER }, async (span) => {
    if (!span.isRecording()) return work();
    span.setAttributes({ "muster.job": wish.kind, "muster.job.tries": tries, ...(await importOf(ports, ref)) });
    try {
      const end = await work();
      span.setAttributes({ "muster.job.end": end, ...(await importOf(ports, ref)) });
      return end;
    } catch (error) {
      // The message may say more than may leave the machine: the log has it.
      span.setAttribute("error.type", error instanceof Error ? error.name : typeof error);
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  });
}

async function importOf({ store }: Pick<Ports, "store">, ref: Job["ref"]): Promise<Attributes> {
  const record = await store.imports.get(ref);
  const workspace = await store.workspaces.byNumber(ref.workspace);
  if (!record || !workspace) return {};
  const { id, state } = record;
  return { "muster.workspace": workspace.slug, "muster.import": id, "muster.import.state": state };
}
