/** The English texts that stand on the first page. The others come with whatever is fetched after it. */
import { contacts } from "./en/contacts.ts";
import { filters } from "./en/filters.ts";
import { shell } from "./en/shell.ts";

export const firstWords = { contacts, filters, shell };
