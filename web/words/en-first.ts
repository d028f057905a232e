/** The English texts that stand on the first page. The others come with whatever is fetched after it. */
import { bulk } from "./en/bulk.ts";
import { contacts } from "./en/contacts.ts";
import { filters } from "./en/filters.ts";
import { shell } from "./en/shell.ts";

export const firstWords = { bulk, contacts, filters, shell };
