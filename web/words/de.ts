/** Alle Texte der Anwendung auf Deutsch. */
import { empty } from "./de/empty.ts";
import { importCheck } from "./de/import-check.ts";
import { importColumns } from "./de/import-columns.ts";
import { importFile } from "./de/import-file.ts";
import { importRun } from "./de/import-run.ts";
import { shell } from "./de/shell.ts";
import { signIn } from "./de/sign-in.ts";
import type { Words } from "./en.ts";

export const words: Words = { empty, importCheck, importColumns, importFile, importRun, shell, signIn };
