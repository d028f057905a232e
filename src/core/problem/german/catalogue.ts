/** What German pages say of each code: the same codes as the English catalogue. */
import type { ProblemCode } from "../catalogue.ts";
import { germanCellProblems } from "./cell-problems.ts";
import { germanEmbedRefusals } from "./embed-refusals.ts";
import { germanFileRefusals } from "./file-refusals.ts";
import type { GermanEntry } from "./german-entry.ts";
import { germanRequestRefusals } from "./request-refusals.ts";
import { germanRowProblems } from "./row-problems.ts";
import {
  germanAssistantRefusals,
  germanBulkRefusals,
  germanErasureRefusals,
  germanHandRefusals,
  germanMergeRefusals,
  germanNotifyRefusals,
  germanRemoteRefusals,
  germanServerRefusals,
  germanSignInRefusals,
  germanViewRefusals,
} from "./server-refusals.ts";
import { germanStorageRefusals } from "./storage-refusals.ts";

export const germanCatalogue: Readonly<Record<ProblemCode, GermanEntry>> = {
  ...germanRowProblems,
  ...germanCellProblems,
  ...germanFileRefusals,
  ...germanRequestRefusals,
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
