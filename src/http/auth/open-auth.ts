/** The library that signs people in, on its database, whose tables it brings up to date first. */
import { betterAuth } from "better-auth";
import { getMigrations } from "better-auth/db/migration";
import { type SignInSettings, signInOptions } from "./sign-in-options.ts";

export type Auth = Awaited<ReturnType<typeof openAuth>>;

export async function openAuth(settings: SignInSettings) {
  const options = signInOptions(settings);
  await settings.database.alone(async () => (await getMigrations(options)).runMigrations());
  return betterAuth(options);
}
