/**
 * Every code that Muster can say about a row, a cell, a file or a request: one closed table from which pages, API,
 * command line, error files and docs/problems.md are made. `title` uses the words that other CRMs show, where they have any.
 */
import { assistantRefusals } from "./assistant-refusals.ts";
import { bulkRefusals } from "./bulk-refusals.ts";
import type { CatalogueEntry } from "./catalogue-entry.ts";
import { cellProblems } from "./cell-problems.ts";
import { embedRefusals } from "./embed-refusals.ts";
import { erasureRefusals } from "./erasure-refusals.ts";
import { fileRefusals } from "./file-refusals.ts";
import { handRefusals } from "./hand-refusals.ts";
import { mergeRefusals } from "./merge-refusals.ts";
import { notifyRefusals } from "./notify-refusals.ts";
import { remoteRefusals } from "./remote-refusals.ts";
import { requestRefusals } from "./request-refusals.ts";
import { rowProblems } from "./row-problems.ts";
import { serverRefusals } from "./server-refusals.ts";
import { signInRefusals } from "./sign-in-refusals.ts";
import { storageRefusals } from "./storage-refusals.ts";
import { viewRefusals } from "./view-refusals.ts";
import { workspaceRefusals } from "./workspace-refusals.ts";

export const catalogue = {
  ...rowProblems,
  ...cellProblems,
  ...fileRefusals,
  ...requestRefusals,
  ...workspaceRefusals,
  ...storageRefusals,
  ...mergeRefusals,
  ...bulkRefusals,
  ...handRefusals,
  ...erasureRefusals,
  ...serverRefusals,
  ...signInRefusals,
  ...embedRefusals,
  ...notifyRefusals,
  ...assistantRefusals,
  ...remoteRefusals,
  ...viewRefusals,
} as const satisfies Record<string, CatalogueEntry>;

export type ProblemCode = keyof typeof catalogue;
