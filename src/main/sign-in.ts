/** People who sign in to the server: for the server itself, and for whoever makes a link beside it. */
import { randomUUID } from "node:crypto";
import { OPERATOR_LINK_MS } from "../app/limits.ts";
import type { SendMail } from "../app/ports/invitations.ts";
import type { Ports } from "../app/ports.ts";
import { isMemberSomewhere } from "../app/workspace/invite-member.ts";
import { type EffectsConfig, readEffectsConfig } from "../config/effects.ts";
import { readServerConfig } from "../config/server.ts";
import { readSignInConfig, type SignInConfig } from "../config/sign-in.ts";
import { accept, type Result } from "../core/problem/refusal.ts";
import type { SignIn } from "../http/auth/sign-in.ts";
import type { SignInDatabase, SignInSettings } from "../http/auth/sign-in-options.ts";
import { databaseOf } from "./open-store.ts";
import { serverUrl } from "./server-url.ts";

/** An address that stands for all of the machine's is no address to go to. */
export function urlOf(host: string, port: number): string {
  const named = ["0.0.0.0", "::", ""].includes(host) ? "localhost" : host;
  return `http://${named.includes(":") ? `[${named}]` : named}:${port}`;
}

export type SignInSetup = { readonly signIn: SignInConfig; readonly effects: EffectsConfig };

export function signInSettings(): Result<SignInSetup> {
  const signIn = readSignInConfig(process.env);
  if (!signIn.ok) return signIn;
  const effects = readEffectsConfig(process.env);
  return effects.ok ? accept({ signIn: signIn.value, effects: effects.value }) : effects;
}

/** What cookies and tokens are signed with. */
export async function secretOf({ signIn }: Pick<SignInSetup, "signIn">, dataFolder: string): Promise<string> {
  const { signInSecret } = await import("../http/auth/sign-in-secret.ts");
  return signInSecret(dataFolder, signIn.secret);
}

export async function openSignIn(
  { signIn, effects }: SignInSetup,
  { dataFolder, ...place }: Pick<SignInSettings, "publicUrl" | "isInvited"> & { readonly dataFolder: string },
): Promise<SignIn> {
  const { makeSignIn } = await import("../http/auth/sign-in.ts");
  return makeSignIn({
    ...place,
    database: await openSignInDatabase(dataFolder),
    secret: await secretOf({ signIn }, dataFolder),
    sendMail: await mailOf(effects),
    oidc: signIn.oidc,
    log: (message) => process.stderr.write(`muster: signing in: ${message}\n`),
  });
}

async function openSignInDatabase(dataFolder: string): Promise<SignInDatabase> {
  const database = databaseOf(process.env);
  if (database === null) return (await import("../store/sqlite/sign-in-database.ts")).openSignInDatabase(dataFolder);
  return (await import("../store/postgres/sign-in-database.ts")).openSignInDatabase(database.url);
}

async function mailOf({ smtpUrl, mailFrom }: EffectsConfig): Promise<SendMail | null> {
  if (smtpUrl === null || mailFrom === null) return null;
  const { mailSender } = await import("../effects/mail-sender.ts");
  const send = mailSender({ url: smtpUrl, from: mailFrom });
  return async ({ to, subject, text }) => {
    const effect = { kind: "email", to, subject, text } as const;
    return (await send({ effect, key: randomUUID(), at: Date.now() })).ok;
  };
}

export async function signInLink(ports: Ports, dataFolder: string, email: string): Promise<Result<string>> {
  const settings = signInSettings();
  if (!settings.ok) return settings;
  const config = readServerConfig(process.env, {});
  if (!config.ok) return config;
  const { host, port } = config.value;
  const publicUrl = (await serverUrl(dataFolder)) ?? urlOf(host, port);
  // Nobody signs in here, so that no provider need be asked how it is done there.
  const setup = { ...settings.value, signIn: { ...settings.value.signIn, oidc: null } };
  const signIn = await openSignIn(setup, {
    ...{ dataFolder, publicUrl },
    isInvited: (address) => isMemberSomewhere(ports.store, address),
  });
  try {
    return accept(await signIn.link(email, OPERATOR_LINK_MS));
  } finally {
    await signIn.close();
  }
}
