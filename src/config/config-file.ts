/** A config file: a JSON document with the names of the environment, which counts before it. Reads nothing itself. */

import { type Environment, readConfig } from "../config.ts";
import { nearWords } from "../core/problem/near-words.ts";
import { accept, type Refusal, type Result, refuse } from "../core/problem/refusal.ts";
import { shown } from "../core/problem/shown-text.ts";
import { readEffectsConfig } from "./effects.ts";
import { readFileStorage } from "./file-storage.ts";
import { readServerConfig } from "./server.ts";
import { SETTINGS } from "./settings.ts";
import { readSignInConfig } from "./sign-in.ts";
import { wantsTraces } from "./tracing.ts";

/** Where it is, if there is one: `--config FILE` counts before MUSTER_CONFIG. */
export function configPath(env: Environment, args: readonly string[]): string | null {
  const end = args.indexOf("--");
  const said = end < 0 ? args : args.slice(0, end);
  const joined = said.findLast((arg) => arg.startsWith("--config="));
  const at = said.lastIndexOf("--config");
  const apart = at < 0 ? undefined : said[at + 1];
  return apart ?? joined?.slice("--config=".length) ?? (env.MUSTER_CONFIG || null);
}

/** What the file adds to the environment. Every setting is checked at once, and a wrong one named with the file. */
export function readConfigFile(
  env: Environment,
  { path, text }: { readonly path: string; readonly text: string },
): Result<Readonly<Record<string, string>>> {
  const values = parsedObject(text);
  if (values === null) return wrong(`${shown(path)} holds no JSON object.`, EXAMPLE);
  const added: Record<string, string> = {};
  for (const [name, value] of Object.entries(values)) {
    if (!NAMES.includes(name))
      return wrong(`${shown(path)} names ${shown(name)}, which is no setting.`, unknownFix(name));
    if (!["string", "number", "boolean"].includes(typeof value))
      return wrong(`${name} in ${shown(path)} is neither a text nor a number nor true or false.`, EXAMPLE);
    if (env[name] === undefined || env[name] === "")
      added[name] = value === true ? "yes" : value === false ? "" : String(value);
  }
  const all = { ...env, ...added };
  for (const read of [
    readConfig,
    readServerConfig,
    readSignInConfig,
    readEffectsConfig,
    readFileStorage,
    wantsTraces,
  ]) {
    const result = read(all, {});
    if (!result.ok && comesFrom(added, result.refusal)) return refuse(inFile(result.refusal, path));
  }
  return accept(added);
}

export const unreadableConfig = (path: string, why: string): Refusal =>
  refuse({
    code: "arguments_invalid",
    message: `The config file ${shown(path)} cannot be read: ${why}.`,
    fix: "Give the path of a readable file with --config or MUSTER_CONFIG, or leave both out.",
  }).refusal;

const NAMES = SETTINGS.map(({ name }) => name);
const EXAMPLE = 'Write it like this: { "MUSTER_PORT": 8080, "MUSTER_LOG_LEVEL": "warn" }.';

function unknownFix(name: string): string {
  const [near] = nearWords(name, NAMES);
  const meant = near === undefined ? "" : `Did you mean ${near}? `;
  return `${meant}docs/settings.md lists the settings.`;
}

/** Refusals name the setting at the beginning. One that the environment has set is refused where it is used. */
const comesFrom = (added: Readonly<Record<string, string>>, { message }: Refusal): boolean =>
  Object.hasOwn(added, message.split(" ")[0] ?? "") ||
  Object.keys(added).some((name) => PAIRS.get(message.split(" ")[0] ?? "")?.includes(name));

/** Settings that are missing because others are there. */
const PAIRS: ReadonlyMap<string, readonly string[]> = new Map([
  ["MUSTER_SMTP_URL", ["MUSTER_MAIL_FROM"]],
  ["AWS_ACCESS_KEY_ID", ["MUSTER_FILES"]],
  ["AWS_SECRET_ACCESS_KEY", ["MUSTER_FILES"]],
  ["MUSTER_MAIL_FROM", ["MUSTER_SMTP_URL"]],
  ...["MUSTER_OIDC_ISSUER", "MUSTER_OIDC_CLIENT_ID", "MUSTER_OIDC_CLIENT_SECRET"].map(
    (name, _, all) => [name, all] as const,
  ),
]);

const inFile = (refusal: Refusal, path: string): Refusal => ({
  ...refusal,
  message: refusal.message.replace(/^(\S+)/, `$1 in ${shown(path).replaceAll("$", "$$$$")}`),
});

const wrong = (message: string, fix: string): Result<never> => refuse({ code: "arguments_invalid", message, fix });

function parsedObject(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, ""));
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}
