/** Where the server listens, how it is reached, and what runs beside it. Reads nothing itself. */
import type { Environment } from "../config.ts";
import { accept, type Refused, type Result } from "../core/problem/refusal.ts";
import { wrongSetting } from "./setting-forms.ts";

/** Where the server listens, and how it is reached. */
export type ServerConfig = {
  readonly host: string;
  /** 0 = any that is free. */
  readonly port: number;
  /** Address in links of mails and redirects; null = that where it listens. */
  readonly publicUrl: string | null;
  /** Worker processes beside the server. */
  readonly workers: number;
  /** What whoever reads the metrics from another machine must send; null = they are for this machine alone. */
  readonly metricsToken: string | null;
  /** Proxies of the operator's own before the server, whose word on addresses counts. */
  readonly proxies: number;
  /** Of one key or person; 0 = as many as they like. */
  readonly requestsPerMinute: number;
  readonly logLevel: LogLevel;
};

type ServerOptions = { readonly host?: string; readonly port?: string; readonly workers?: string };

const DEFAULT_PORT = "3000";
const DEFAULT_WORKERS = "2";
const DEFAULT_REQUESTS_PER_MINUTE = "6000";
const LOG_LEVELS = ["debug", "info", "warn", "error", "silent"] as const;
type LogLevel = (typeof LOG_LEVELS)[number];
const MOST_WORKERS = 64;

/** @param options what the command line says, which counts before the environment */
export function readServerConfig(env: Environment, options: ServerOptions): Result<ServerConfig> {
  const port = Number(options.port ?? (env.MUSTER_PORT || DEFAULT_PORT));
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    return wrong(options.port === undefined ? "MUSTER_PORT" : "--port", "3000");
  const workers = Number(options.workers ?? (env.MUSTER_WORKERS || DEFAULT_WORKERS));
  if (!Number.isInteger(workers) || workers < 0 || workers > MOST_WORKERS)
    return wrong(options.workers === undefined ? "MUSTER_WORKERS" : "--workers", DEFAULT_WORKERS);
  const publicUrl = env.MUSTER_PUBLIC_URL || null;
  if (publicUrl !== null && !/^https?:\/\/[^\s/]+\/?$/.test(publicUrl))
    return wrong("MUSTER_PUBLIC_URL", "https://muster.example.com");
  const proxies = Number(env.MUSTER_PROXIES || 0);
  if (!Number.isInteger(proxies) || proxies < 0 || proxies > 9) return wrong("MUSTER_PROXIES", "1");
  const requestsPerMinute = Number(env.MUSTER_REQUESTS_PER_MINUTE || DEFAULT_REQUESTS_PER_MINUTE);
  if (!Number.isInteger(requestsPerMinute) || requestsPerMinute < 0)
    return wrong("MUSTER_REQUESTS_PER_MINUTE", DEFAULT_REQUESTS_PER_MINUTE);
  const logLevel = LOG_LEVELS.find((level) => level === (env.MUSTER_LOG_LEVEL || "info"));
  if (logLevel === undefined) return wrong("MUSTER_LOG_LEVEL", LOG_LEVELS.join(", "));
  const metricsToken = env.MUSTER_METRICS_TOKEN || null;
  const host = options.host ?? (env.MUSTER_HOST || "127.0.0.1");
  return accept(
    Object.freeze({
      host,
      port,
      publicUrl: publicUrl?.replace(/\/$/, "") ?? null,
      ...{ workers, metricsToken, proxies, requestsPerMinute, logLevel },
    }),
  );
}

const wrong = (name: string, like: string): Refused => wrongSetting(name, like, "server");
