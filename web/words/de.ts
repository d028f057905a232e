/** All texts of the app in German. */

import { access } from "./de/access.ts";
import { bulk } from "./de/bulk.ts";
import { connections } from "./de/connections.ts";
import { contact } from "./de/contact.ts";
import { contacts } from "./de/contacts.ts";
import { deals } from "./de/deals.ts";
import { duplicates } from "./de/duplicates.ts";
import { embed } from "./de/embed.ts";
import { empty } from "./de/empty.ts";
import { erasures } from "./de/erasures.ts";
import { filters } from "./de/filters.ts";
import { hand } from "./de/hand.ts";
import { importCheck } from "./de/import-check.ts";
import { importColumns } from "./de/import-columns.ts";
import { importFile } from "./de/import-file.ts";
import { importRun } from "./de/import-run.ts";
import { imports } from "./de/imports.ts";
import { policyReading } from "./de/policy-reading.ts";
import { policyWriting } from "./de/policy-writing.ts";
import { settings } from "./de/settings.ts";
import { shell } from "./de/shell.ts";
import { signIn } from "./de/sign-in.ts";
import { tasks } from "./de/tasks.ts";
import type { Words } from "./en.ts";

export const words: Words = {
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
