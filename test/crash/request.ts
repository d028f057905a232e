/** What is said about the crash test's files: they are merged, may clear, and write tags, so that every table is touched. */
import type { ImportRequest } from "../../src/app/import/preparing/import-request.ts";
import { UNSAID } from "../support/unsaid.ts";

const CONTACTS: ImportRequest = { ...UNSAID, tags: ["batch"], country: "US" };

/** By what the lines of a file are. */
export const REQUESTS = {
  contacts: CONTACTS,
  "contacts and deals": { ...CONTACTS, withOpportunities: true },
  accounts: { ...UNSAID, object: "account" },
  stages: { ...UNSAID, object: "stage" },
} as const satisfies Readonly<Record<string, ImportRequest>>;

export type About = keyof typeof REQUESTS;
