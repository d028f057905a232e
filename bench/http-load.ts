/** How fast a server answers: one request after another, and as many as it can. */
import type { RunningServer } from "./running-server.ts";

export type Latency = {
  readonly p50: number;
  readonly p95: number;
  /** Processor time of the server for one request, in milliseconds: what does not depend on who else uses the machine. */
  readonly cpuMs: number;
};

export async function latency(server: RunningServer, path: string, requests: number): Promise<Latency> {
  const times: number[] = [];
  const before = server.cpuMs;
  for (let done = 0; done < requests; done++) times.push((await server.ask(path)).ms);
  times.sort((a, b) => a - b);
  const at = (part: number): number => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), cpuMs: (server.cpuMs - before) / requests };
}

export type Throughput = { readonly perSecond: number; readonly cpuMs: number };

/** @param clients requests under way at once */
export async function throughput(
  server: RunningServer,
  paths: readonly string[],
  { clients, seconds }: { readonly clients: number; readonly seconds: number },
): Promise<Throughput> {
  let done = 0;
  const before = server.cpuMs;
  const until = performance.now() + seconds * 1000;
  const client = async (): Promise<void> => {
    while (performance.now() < until) await server.ask(paths[done++ % paths.length] ?? "/");
  };
  await Promise.all(Array.from({ length: clients }, client));
  return { perSecond: done / seconds, cpuMs: (server.cpuMs - before) / done };
}
