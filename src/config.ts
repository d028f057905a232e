/** What the environment and the command line say about where to work and how to show it: one frozen value. Reads nothing itself. */
import { DEFAULT_WORKSPACE } from "./app/workspace/open-workspace.ts";
import { type DatabaseConfig, readDatabaseConfig } from "./config/database.ts";
import { readFileStorage } from "./config/file-storage.ts";
import { addressIn } from "./core/member/find-member.ts";
import { accept, type Result, refuse } from "./core/problem/refusal.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

/** Options that every command has. */
export type SharedOptions = {
  readonly data?: string;
  readonly workspace?: string;
  readonly as?: string;
  readonly server?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
};

export type Config = {
  /** The embedded database's folder, and that of stored and scratch files. */
  readonly dataFolder: string;
  /** Null = the embedded one. */
  readonly database: DatabaseConfig | null;
  readonly workspace: string;
  /** Address of the member who acts; null = the operator of the machine. */
  readonly member: string | null;
  /** What must be written behind a command that is shown, for it to work on the same data: ` --data DIR`. */
  readonly sameData: string;
  /** The same for what the operator of the machine alone may do: without who acts. */
  readonly sameFolder: string;
  /** What must be written before it: `npx `, or nothing where the command is installed. */
  readonly runner: string;
};

/** A server that commands are for, instead of a data folder. */
export type ServerAddress = {
  readonly server: string;
  /** API key. */
  readonly key: string;
  /** Slug; null = the key's own. */
  readonly workspace: string | null;
  /** What commands that are shown begin and end with. */
  readonly shown: Config;
};

/** @param options with `--server` */
export function readServerAddress(env: Environment, options: SharedOptions): Result<ServerAddress> {
  const server = options.server ?? "";
  if (!/^https?:\/\/[^\s/?#]+\/?$/.test(server))
    return wrongAddress(
      "--server is no address of a server.",
      "Write it like this: --server https://muster.example.com.",
    );
  if (options.data !== undefined || options.as !== undefined) {
    const [said, why] =
      options.data === undefined ? ["--as", "the key says who acts"] : ["--data", "the data is there"];
    return wrongAddress(`${said} was given with --server: ${why}.`, `Leave ${said} or --server out.`);
  }
  const key = env.MUSTER_TOKEN ?? "";
  if (!/^\S+$/.test(key)) {
    const fix = "Set MUSTER_TOKEN to an API key, which muster keys create NAME makes where the data is.";
    return wrongAddress("MUSTER_TOKEN holds no key for the server.", fix);
  }
  const { workspace = null } = options;
  const sameData = ` --server ${shellWord(server)}${workspace === null ? "" : ` --workspace ${shellWord(workspace)}`}`;
  const runner = throughNpm(env) ? "npx " : "";
  const shown = {
    dataFolder: "",
    database: null,
    workspace: workspace ?? "",
    member: null,
    sameData,
    sameFolder: sameData,
    runner,
  };
  return accept(Object.freeze({ server, key, workspace, shown }));
}

const wrongAddress = (message: string, fix: string): Result<never> =>
  refuse({ code: "arguments_invalid", message, fix });

export function readConfig(env: Environment, options: SharedOptions): Result<Config> {
  const database = readDatabaseConfig(env);
  if (!database.ok) return database;
  const dataFolder = options.data ?? (env.MUSTER_DATA || "muster-data");
  if (dataFolder === "" || dataFolder.includes("\0")) {
    const name = options.data === undefined ? "MUSTER_DATA" : "--data";
    return refuse({
      code: "arguments_invalid",
      message: `${name} does not name a folder.`,
      fix: `Give the path of a folder, such as ${name === "--data" ? "--data " : "MUSTER_DATA="}./muster-data.`,
    });
  }
  // Looked at with every command: one that has written half of its work would say it too late.
  const files = readFileStorage(env);
  if (!files.ok) return files;
  const workspace = options.workspace ?? DEFAULT_WORKSPACE;
  const sameFolder = [
    ...(options.data === undefined ? [] : [` --data ${shellWord(options.data)}`]),
    ...(options.workspace === undefined ? [] : [` --workspace ${shellWord(options.workspace)}`]),
  ].join("");
  const sameData = options.as === undefined ? sameFolder : `${sameFolder} --as ${shellWord(options.as)}`;
  const runner = throughNpm(env) ? "npx " : "";
  const member = options.as ?? (env.MUSTER_MEMBER || null);
  return accept(
    Object.freeze({ dataFolder, database: database.value, workspace, member, sameData, sameFolder, runner }),
  );
}

/** In a clone `muster` is on nobody's path: who came through npm goes on through npm. */
const throughNpm = (env: Environment): boolean => ["exec", "run-script", "run"].includes(env.npm_command ?? "");

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
    return wrongServerSetting(options.port === undefined ? "MUSTER_PORT" : "--port", "3000");
  const workers = Number(options.workers ?? (env.MUSTER_WORKERS || DEFAULT_WORKERS));
  if (!Number.isInteger(workers) || workers < 0 || workers > MOST_WORKERS)
    return wrongServerSetting(options.workers === undefined ? "MUSTER_WORKERS" : "--workers", DEFAULT_WORKERS);
  const publicUrl = env.MUSTER_PUBLIC_URL || null;
  if (publicUrl !== null && !/^https?:\/\/[^\s/]+\/?$/.test(publicUrl))
    return wrongServerSetting("MUSTER_PUBLIC_URL", "https://muster.example.com");
  const proxies = Number(env.MUSTER_PROXIES || 0);
  if (!Number.isInteger(proxies) || proxies < 0 || proxies > 9) return wrongServerSetting("MUSTER_PROXIES", "1");
  const requestsPerMinute = Number(env.MUSTER_REQUESTS_PER_MINUTE || DEFAULT_REQUESTS_PER_MINUTE);
  if (!Number.isInteger(requestsPerMinute) || requestsPerMinute < 0)
    return wrongServerSetting("MUSTER_REQUESTS_PER_MINUTE", DEFAULT_REQUESTS_PER_MINUTE);
  const logLevel = LOG_LEVELS.find((level) => level === (env.MUSTER_LOG_LEVEL || "info"));
  if (logLevel === undefined) return wrongServerSetting("MUSTER_LOG_LEVEL", LOG_LEVELS.join(", "));
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

const wrongServerSetting = (name: string, like: string): Result<never> =>
  refuse({
    code: "arguments_invalid",
    message: `${name} is not set as it must be.`,
    fix: `Set it like this: ${like}. docs/server.md says what each setting is for.`,
  });

/** Another system that people may sign in with, by OpenID Connect. */
export type OidcConfig = {
  /** `https://login.example.com/realms/office`: what stands before `/.well-known/openid-configuration`. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Addresses count although the provider does not say that it has verified them. */
  readonly trustsEmail: boolean;
};

/** How people sign in. */
export type SignInConfig = {
  /** Signs the session cookies; null = one that is kept in the data folder. */
  readonly secret: string | null;
  /** Who runs the server, as long as nobody does yet; null = not said. */
  readonly ownerEmail: string | null;
  readonly oidc: OidcConfig | null;
};

const SECRET_CHARS = 32;

export function readSignInConfig(env: Environment): Result<SignInConfig> {
  const secret = env.MUSTER_SECRET || null;
  if (secret !== null && secret.length < SECRET_CHARS)
    return wrongServerSetting("MUSTER_SECRET", `${SECRET_CHARS} random characters or more`);
  const ownerEmail = addressIn(env.MUSTER_OWNER_EMAIL || "");
  if (ownerEmail === null && env.MUSTER_OWNER_EMAIL) return wrongServerSetting("MUSTER_OWNER_EMAIL", "ann@example.com");
  const [issuer, clientId, clientSecret] = [
    env.MUSTER_OIDC_ISSUER || null,
    env.MUSTER_OIDC_CLIENT_ID || null,
    env.MUSTER_OIDC_CLIENT_SECRET || null,
  ];
  if (issuer === null && clientId === null && clientSecret === null)
    return accept(Object.freeze({ secret, ownerEmail, oidc: null }));
  if (issuer === null || !WEB.test(issuer))
    return wrongServerSetting("MUSTER_OIDC_ISSUER", "https://login.example.com");
  if (clientId === null) return wrongServerSetting("MUSTER_OIDC_CLIENT_ID", "the id that the provider gave to Muster");
  if (clientSecret === null)
    return wrongServerSetting("MUSTER_OIDC_CLIENT_SECRET", "the secret that the provider gave to Muster");
  const trustsEmail = env.MUSTER_OIDC_TRUST_EMAIL === "yes";
  return accept(Object.freeze({ secret, ownerEmail, oidc: { issuer, clientId, clientSecret, trustsEmail } }));
}

/** An address or a network that workflows may call although it is private. */
export type AllowedAddress = { readonly network: string; readonly bits: number; readonly family: "ipv4" | "ipv6" };

/** Where mails, posts, calls and look-ups go. Null = not set up: what needs it waits, or is left out. */
export type EffectsConfig = {
  readonly smtpUrl: string | null;
  readonly mailFrom: string | null;
  readonly slackUrl: string | null;
  /** The present one first; what follows are former ones that receivers may still have. */
  readonly webhookSecrets: readonly string[];
  readonly allowedAddresses: readonly AllowedAddress[];
  readonly enrichment: EnrichmentConfig | null;
};

type EnrichmentConfig = {
  readonly url: string;
  readonly key: string | null;
  /** Look-ups a second, at most. */
  readonly perSecond: number;
};

const DEFAULT_LOOK_UPS_PER_SECOND = 5;

export function readEffectsConfig(env: Environment): Result<EffectsConfig> {
  const smtpUrl = env.MUSTER_SMTP_URL || null;
  const mailFrom = env.MUSTER_MAIL_FROM || null;
  const slackUrl = env.MUSTER_SLACK_URL || null;
  const webhookSecrets = (env.MUSTER_WEBHOOK_SECRET ?? "").split(/[\s,]+/).filter((secret) => secret !== "");
  const url = env.MUSTER_ENRICHMENT_URL || null;
  const perSecond = Number(env.MUSTER_ENRICHMENT_PER_SECOND || DEFAULT_LOOK_UPS_PER_SECOND);
  if (smtpUrl !== null && !/^smtps?:\/\/[^\s/]+/.test(smtpUrl))
    return wrongVariable("MUSTER_SMTP_URL", "smtp://user:password@mail.example.com:587");
  if ((smtpUrl === null) !== (mailFrom === null))
    return wrongVariable(smtpUrl === null ? "MUSTER_SMTP_URL" : "MUSTER_MAIL_FROM", "both of them, or neither");
  if (mailFrom !== null && !/^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/.test(mailFrom))
    return wrongVariable("MUSTER_MAIL_FROM", "Muster <muster@example.com>");
  if (slackUrl !== null && !WEB.test(slackUrl))
    return wrongVariable("MUSTER_SLACK_URL", "https://hooks.slack.com/services/…");
  if (!webhookSecrets.every((secret) => /^(whsec_)?[A-Za-z0-9+/]{32,}={0,2}$/.test(secret)))
    return wrongVariable("MUSTER_WEBHOOK_SECRET", "whsec_ and at least 24 random bytes in base64");
  if (url !== null && !WEB.test(url))
    return wrongVariable("MUSTER_ENRICHMENT_URL", "https://profiles.example.com/look-up");
  if (!(perSecond > 0 && perSecond <= 1000)) return wrongVariable("MUSTER_ENRICHMENT_PER_SECOND", "5");
  const allowedAddresses = allowedIn(env.MUSTER_ALLOWED_ADDRESSES ?? "");
  if (allowedAddresses === null) return wrongVariable("MUSTER_ALLOWED_ADDRESSES", "127.0.0.1,10.1.0.0/16");
  const enrichment = url === null ? null : { url, key: env.MUSTER_ENRICHMENT_KEY || null, perSecond };
  return accept(Object.freeze({ smtpUrl, mailFrom, slackUrl, webhookSecrets, allowedAddresses, enrichment }));
}

const WEB = /^https?:\/\/[^\s/]+/;

const wrongVariable = (name: string, like: string): Result<never> =>
  refuse({
    code: "arguments_invalid",
    message: `${name} is not set as it must be.`,
    fix: `Set it like this: ${like}. docs/effects.md says what each variable is for.`,
  });

/** Addresses and networks, parted by commas; null where one is neither. */
function allowedIn(text: string): readonly AllowedAddress[] | null {
  const allowed: AllowedAddress[] = [];
  for (const item of text.split(",").map((part) => part.trim())) {
    if (item === "") continue;
    const [, network = "", digits] = /^([\d.]{7,15}|[\da-f:]{2,39})(?:\/(\d{1,3}))?$/i.exec(item) ?? [];
    const family = network.includes(":") ? "ipv6" : "ipv4";
    const most = family === "ipv6" ? 128 : 32;
    const bits = digits === undefined ? most : Number(digits);
    if (!isAddress(network, family) || bits > most) return null;
    allowed.push({ network, bits, family });
  }
  return allowed;
}

function isAddress(text: string, family: AllowedAddress["family"]): boolean {
  if (family === "ipv4") {
    const parts = text.split(".");
    return parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255);
  }
  const groups = text.split(":");
  const short = text.split("::").length - 1;
  return (
    short <= 1 &&
    !text.includes(":::") &&
    groups.every((group) => group.length <= 4) &&
    (short === 1 ? groups.length <= 9 : groups.length === 8)
  );
}

/** https://no-color.org, and terminals that cannot. */
export const wantsColour = (env: Environment): boolean => !env.NO_COLOR && env.TERM !== "dumb";

export const wantsStack = (env: Environment): boolean => Boolean(env.MUSTER_DEBUG);

export const shellWord = (text: string): string =>
  /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
