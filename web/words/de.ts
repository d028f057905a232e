/** Alle Texte der Anwendung auf Deutsch. */
import { empty } from "./de/empty.ts";
import { shell } from "./de/shell.ts";
import { signIn } from "./de/sign-in.ts";
import type { Words } from "./en.ts";

export const words: Words = { empty, shell, signIn };
