/** What is said about the crash test's files: they are merged, may clear, and write tags, so that every table is touched. */
import type { ImportRequest } from "../../src/app/import/prepare-import.ts";
import { UNSAID } from "../support/unsaid.ts";

export const REQUEST: ImportRequest = { ...UNSAID, tags: ["batch"], country: "US" };
