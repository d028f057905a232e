/** A server of its own on a data folder, as a process whose memory and processor time can be seen. */
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { Agent, type IncomingMessage, request } from "node:http";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { runMeasured } from "./measured-run.ts";

export const MUSTER = fileURLToPath(new URL("../bin/muster.js", import.meta.url));

export type Answer = { readonly status: number; readonly json: unknown; readonly ms: number };

type Asked = {
  readonly method?: string;
  readonly type?: string;
  readonly body?: Readable;
};

const CONNECTIONS = 16;
/** Of processor time, as Linux counts it. */
const TICKS_PER_SECOND = 100;

export class RunningServer {
  readonly #child: ChildProcess;
  readonly #url: string;
  readonly #key: string;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });

  private constructor(child: ChildProcess, url: string, key: string) {
    this.#child = child;
    this.#url = url;
    this.#key = key;
  }

  static async start(folder: string): Promise<RunningServer> {
    const key = await runMeasured({
      command: process.execPath,
      args: [MUSTER, "keys", "create", "bench", "--json", "--data", folder],
    });
    const child = spawn(process.execPath, [MUSTER, "serve", "--port", "0", "--data", folder], {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, MUSTER_REQUESTS_PER_MINUTE: "0" },
    });
    const url = await saidUrl(child);
    // The log is written, as a real one is, and read by nobody.
    child.stdout?.resume();
    child.stderr?.pipe(process.stderr);
    return new RunningServer(child, url, (JSON.parse(key.stdout) as { readonly key: string }).key);
  }

  get url(): string {
    return this.#url;
  }

  /** @param path below `/api/v1` */
  ask(path: string, { method = "GET", type, body }: Asked = {}): Promise<Answer> {
    const started = performance.now();
    return new Promise((resolve, reject) => {
      const headers = { authorization: `Bearer ${this.#key}`, ...(type === undefined ? {} : { "content-type": type }) };
      const sent = request(`${this.#url}/api/v1${path}`, { method, headers, agent: this.#agent }, (response) => {
        textOf(response).then((text) => {
          const ms = performance.now() - started;
          const json: unknown = text === "" ? null : JSON.parse(text);
          const status = response.statusCode ?? 0;
          if (status >= 400) reject(new Error(`${method} ${path}: ${status} ${text}`));
          else resolve({ status, json, ms });
        }, reject);
      });
      sent.on("error", reject);
      if (body === undefined) sent.end();
      else body.pipe(sent);
    });
  }

  /** Highest resident memory so far, in MiB; NaN where the system does not say. */
  get peakMiB(): number {
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(this.#proc("status"))?.[1]) / 1024;
  }

  /** Processor time of the server alone, without its workers, in milliseconds. */
  get cpuMs(): number {
    const fields = this.#proc("stat").split(") ")[1]?.split(" ") ?? [];
    return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS_PER_SECOND;
  }

  async stop(): Promise<void> {
    this.#agent.destroy();
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = new Promise((resolve) => this.#child.once("exit", resolve));
    this.#child.kill("SIGTERM");
    await ended;
  }

  #proc(name: string): string {
    try {
      return readFileSync(`/proc/${this.#child.pid}/${name}`, "utf8");
    } catch {
      return "";
    }
  }
}

async function saidUrl(child: ChildProcess): Promise<string> {
  let said = "";
  for await (const piece of child.stderr?.iterator({ destroyOnReturn: false }) ?? []) {
    said += String(piece);
    const url = /listens on (http:\S+?)\.? /.exec(said)?.[1];
    if (url !== undefined) return url;
  }
  throw new Error(`the server ended: ${said}`);
}

async function textOf(response: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of response) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString();
}
