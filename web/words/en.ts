/** All texts of the app in English. Each page has a file of its own; German has the same keys, which TypeScript sees to. */
import { access } from "./en/access.ts";
import { connections } from "./en/connections.ts";
import { deals } from "./en/deals.ts";
import { empty } from "./en/empty.ts";
import { policyReading } from "./en/policy-reading.ts";
import { policyWriting } from "./en/policy-writing.ts";
import { settings } from "./en/settings.ts";
import { shell } from "./en/shell.ts";
import { signIn } from "./en/sign-in.ts";

export const words = { access, connections, deals, empty, policyReading, policyWriting, settings, shell, signIn };

export type Words = typeof words;
