/** Alle Texte der Anwendung auf Deutsch. */
import { access } from "./de/access.ts";
import { connections } from "./de/connections.ts";
import { deals } from "./de/deals.ts";
import { empty } from "./de/empty.ts";
import { policyReading } from "./de/policy-reading.ts";
import { policyWriting } from "./de/policy-writing.ts";
import { settings } from "./de/settings.ts";
import { shell } from "./de/shell.ts";
import { signIn } from "./de/sign-in.ts";
import type { Words } from "./en.ts";

export const words: Words = {
  access,
  connections,
  deals,
  empty,
  policyReading,
  policyWriting,
  settings,
  shell,
  signIn,
};
