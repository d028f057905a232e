/** All texts of the app in English. Each page has a file of its own; German has the same keys, which TypeScript sees to. */
import { empty } from "./en/empty.ts";
import { imports } from "./en/imports.ts";
import { shell } from "./en/shell.ts";
import { signIn } from "./en/sign-in.ts";
import { tasks } from "./en/tasks.ts";

export const words = { empty, imports, shell, signIn, tasks };

export type Words = typeof words;
