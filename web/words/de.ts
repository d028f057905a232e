/** Alle Texte der Anwendung auf Deutsch. */
import { empty } from "./de/empty.ts";
import { imports } from "./de/imports.ts";
import { shell } from "./de/shell.ts";
import { signIn } from "./de/sign-in.ts";
import { tasks } from "./de/tasks.ts";
import type { Words } from "./en.ts";

export const words: Words = { empty, imports, shell, signIn, tasks };
