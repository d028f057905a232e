/** What is said about the crash test's files: they are merged, may clear, and write tags, so that every table is touched. */
import type { ImportRequest } from "../../src/app/prepare-import.ts";

export const REQUEST: ImportRequest = {
  preset: null,
  mode: null,
  set: new Map(),
  dialect: {},
  map: [],
  mapping: null,
  saveMapping: null,
  tags: ["batch"],
  owner: null,
  country: "US",
  dateOrder: null,
  disclaimerAccepted: false,
  by: "tester",
};
