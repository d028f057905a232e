/** The library that signs people in, on its database, whose tables it brings up to date first. */
import { betterAuth } from "better-auth";
import { getMigrations } from "better-auth/db/migration";
import { type SignInSettings, signInOptions } from "./sign-in-options.ts";

export type Auth = Awaited<ReturnType<typeof openAuth>>;

export async function openAuth(settings: SignInSettings) {
  const options = signInOptions(settings);
  const { database } = settings;
  // Of two processes that start at once, one makes the tables and the other finds them.
  database.exec("begin immediate");
  try {
    await (await getMigrations(options)).runMigrations();
    database.exec("commit");
  } catch (error) {
    database.exec("rollback");
    throw error;
  }
  return betterAuth(options);
}
