/** An import about which nobody has said anything: what tests start from. */
import type { ImportRequest } from "../../src/app/import/preparing/import-request.ts";

export const UNSAID: ImportRequest = {
  object: "contact",
  preset: null,
  mode: null,
  set: new Map(),
  dialect: {},
  sheet: null,
  map: [],
  mapping: null,
  saveMapping: null,
  tags: [],
  owner: null,
  country: null,
  dateOrder: null,
  disclaimerAccepted: false,
  workflow: null,
  doNotTouch: false,
  actor: { kind: "operator", name: "tester" },
};
