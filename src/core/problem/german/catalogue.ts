/** Was deutsche Seiten zu jedem Code sagen: dieselben Codes wie der englische Katalog. */
import type { ProblemCode } from "../catalogue.ts";
import { germanCellProblems } from "./cell-problems.ts";
import { germanFileRefusals } from "./file-refusals.ts";
import type { GermanEntry } from "./german-entry.ts";
import { germanRequestRefusals } from "./request-refusals.ts";
import { germanRowProblems } from "./row-problems.ts";
import {
  germanAssistantRefusals,
  germanErasureRefusals,
  germanMergeRefusals,
  germanNotifyRefusals,
  germanRemoteRefusals,
  germanServerRefusals,
  germanSignInRefusals,
} from "./server-refusals.ts";

export const germanCatalogue: Readonly<Record<ProblemCode, GermanEntry>> = {
  ...germanRowProblems,
  ...germanCellProblems,
  ...germanFileRefusals,
  ...germanRequestRefusals,
  ...germanMergeRefusals,
  ...germanErasureRefusals,
  ...germanServerRefusals,
  ...germanSignInRefusals,
  ...germanNotifyRefusals,
  ...germanAssistantRefusals,
  ...germanRemoteRefusals,
};
