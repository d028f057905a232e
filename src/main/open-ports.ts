/** Makes everything that use cases work with. */
import { randomBytes, randomInt } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Ports } from "../app/ports.ts";
import type { OpenedPorts } from "../cli/cli.ts";
import { readEffectsConfig } from "../config/effects.ts";
import type { EffectKind } from "../core/workflow/effect.ts";
import { isGone, newHolder } from "../jobs/holder.ts";
import { scratchInput } from "../source/scratch-input.ts";
import { converter } from "./converter.ts";
import { draftsOf } from "./drafts.ts";
import { makeLookFolder } from "./look-folder.ts";
import { userAgent } from "./manifest.ts";
import { databaseOf, openStore } from "./open-store.ts";
import { serverUrl } from "./server-url.ts";
import { openFiles } from "./stored-files.ts";

/** Loaded when a command needs them: `--help` and `field` work without a database. */
export async function openPorts(dataFolder: string): Promise<Ports> {
  const files = await openFiles(dataFolder);
  return {
    store: await openStore(dataFolder),
    files,
    drafts: draftsOf(files),
    ...largeAtOnce(),
    inputs,
    converter: converter(join(dataFolder, "tmp")),
    ...(await profileSource()),
    ...(await publicUrl(dataFolder)),
    mayCall,
    ...{ notSetUp, mailServer },
    now: Date.now,
    random: () => randomInt(2 ** 32),
    secret: () => randomBytes(32).toString("base64url"),
    holder: newHolder(),
    isGone,
  };
}

/** For whoever only looks. Where there is no data folder, what is opened is empty, and gone when the process ends. */
export async function openToLook(dataFolder: string): Promise<OpenedPorts> {
  if (databaseOf(process.env) !== null || existsSync(dataFolder)) return openPorts(dataFolder);
  return { ...(await openPorts(makeLookFolder())), isEmpty: true };
}

function largeAtOnce(): Pick<Ports, "largeAtOnce"> {
  const database = databaseOf(process.env);
  return database === null ? {} : { largeAtOnce: database.largeAtOnce };
}

async function publicUrl(dataFolder: string): Promise<Pick<Ports, "publicUrl">> {
  const url = await serverUrl(dataFolder);
  return url === null ? {} : { publicUrl: url };
}

/** A setting that is wrong is refused by the commands that need it, not by every one. */
async function profileSource(): Promise<Pick<Ports, "profiles">> {
  const config = readEffectsConfig(process.env);
  if (!config.ok || config.value.enrichment === null) return {};
  const { HttpProfileSource } = await import("../effects/profile-source.ts");
  return { profiles: new HttpProfileSource({ ...config.value.enrichment, userAgent, now: Date.now }) };
}

async function mayCall(url: string): Promise<boolean> {
  const [config, host] = [readEffectsConfig(process.env), URL.parse(url)?.hostname];
  if (!config.ok || host === undefined) return true;
  const { AddressGuard } = await import("../effects/address-guard.ts");
  return new AddressGuard(config.value.allowedAddresses).permitsHost(host);
}

function notSetUp(): readonly EffectKind[] {
  const config = readEffectsConfig(process.env);
  if (!config.ok) return [];
  const { smtpUrl, slackUrl } = config.value;
  return [...(smtpUrl === null ? (["email"] as const) : []), ...(slackUrl === null ? (["slack"] as const) : [])];
}

function mailServer(): string | null {
  const config = readEffectsConfig(process.env);
  const url = config.ok ? config.value.smtpUrl : null;
  return url === null ? null : (URL.parse(url)?.host ?? null);
}

export const inputs: Ports["inputs"] = {
  async open(path) {
    if (path !== "-") return (await import("../source/csv-file.ts")).openSourceFile(path);
    if (process.stdin.isTTY) process.stderr.write("Reading standard input: end it with Ctrl-D.\n");
    return { ok: true, value: await scratchInput("standard input", process.stdin) };
  },
};
