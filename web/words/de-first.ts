/** The German texts that stand on the first page. The others come with whatever is fetched after it. */
import { bulk } from "./de/bulk.ts";
import { contacts } from "./de/contacts.ts";
import { filters } from "./de/filters.ts";
import { shell } from "./de/shell.ts";

export const firstWords = { bulk, contacts, filters, shell };
