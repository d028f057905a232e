/** All texts of the app in English. Each page has a file of its own; German has the same keys, which TypeScript sees to. */

import { access } from "./en/access.ts";
import { bulk } from "./en/bulk.ts";
import { connections } from "./en/connections.ts";
import { contact } from "./en/contact.ts";
import { contacts } from "./en/contacts.ts";
import { deals } from "./en/deals.ts";
import { duplicates } from "./en/duplicates.ts";
import { embed } from "./en/embed.ts";
import { empty } from "./en/empty.ts";
import { erasures } from "./en/erasures.ts";
import { filters } from "./en/filters.ts";
import { hand } from "./en/hand.ts";
import { importCheck } from "./en/import-check.ts";
import { importColumns } from "./en/import-columns.ts";
import { importFile } from "./en/import-file.ts";
import { importRun } from "./en/import-run.ts";
import { imports } from "./en/imports.ts";
import { policyReading } from "./en/policy-reading.ts";
import { policyWriting } from "./en/policy-writing.ts";
import { settings } from "./en/settings.ts";
import { shell } from "./en/shell.ts";
import { signIn } from "./en/sign-in.ts";
import { tasks } from "./en/tasks.ts";

export const words = {
  access,
  bulk,
  connections,
  contact,
  contacts,
  deals,
  duplicates,
  embed,
  empty,
  erasures,
  filters,
  hand,
  importCheck,
  importColumns,
  importFile,
  importRun,
  imports,
  policyReading,
  policyWriting,
  settings,
  shell,
  signIn,
  tasks,
};

export type Words = typeof words;
