/** What German pages say of each code: the same codes as the English catalogue. */
import type { ProblemCode } from "../catalogue.ts";
import { germanAssistantRefusals } from "./assistant-refusals.ts";
import { germanBulkRefusals } from "./bulk-refusals.ts";
import { germanCellProblems } from "./cell-problems.ts";
import { germanEmbedRefusals } from "./embed-refusals.ts";
import { germanErasureRefusals } from "./erasure-refusals.ts";
import { germanFileRefusals } from "./file-refusals.ts";
import type { GermanEntry } from "./german-entry.ts";
import { germanHandRefusals } from "./hand-refusals.ts";
import { germanMergeRefusals } from "./merge-refusals.ts";
import { germanNotifyRefusals } from "./notify-refusals.ts";
import { germanRemoteRefusals } from "./remote-refusals.ts";
import { germanRequestRefusals } from "./request-refusals.ts";
import { germanRowProblems } from "./row-problems.ts";
import { germanServerRefusals } from "./server-refusals.ts";
import { germanSignInRefusals } from "./sign-in-refusals.ts";
import { germanStorageRefusals } from "./storage-refusals.ts";
import { germanViewRefusals } from "./view-refusals.ts";
import { germanWorkspaceRefusals } from "./workspace-refusals.ts";

export const germanCatalogue: Readonly<Record<ProblemCode, GermanEntry>> = {
  ...germanRowProblems,
  ...germanCellProblems,
  ...germanFileRefusals,
  ...germanRequestRefusals,
  ...germanWorkspaceRefusals,
  ...germanStorageRefusals,
  ...germanMergeRefusals,
  ...germanBulkRefusals,
  ...germanHandRefusals,
  ...germanErasureRefusals,
  ...germanServerRefusals,
  ...germanSignInRefusals,
  ...germanEmbedRefusals,
  ...germanNotifyRefusals,
  ...germanAssistantRefusals,
  ...germanRemoteRefusals,
  ...germanViewRefusals,
};
