/** What rows get from elsewhere than the file, before they are matched and planned: profiles that were looked up. Plan and run go through it alike. */
import { fillDrafts, profileRows, yieldToContacts } from "../../../core/enrichment/fill-drafts.ts";
import type { FoundProfile } from "../../../core/enrichment/profile.ts";
import type { DraftBatch } from "../../../core/plan/draft.ts";
import type { BatchReader } from "../../ports.ts";
import type { CompiledImport } from "../compile-import.ts";
import type { ImportSettings } from "../import-settings.ts";
import type { BatchMatches } from "./match-batch.ts";

export type GivenValues = {
  /** What is matched. */
  readonly drafts: DraftBatch;
  /** What is planned, once it is known who is there already. */
  readonly beside: (matches: BatchMatches) => DraftBatch;
};

const NOT_LOOKED_UP: FoundProfile = { state: "failed", reason: "it was not looked up" };

export async function givenValues(
  batch: Pick<BatchReader, "profiles">,
  settings: Pick<ImportSettings, "enriches" | "policy">,
  compiled: CompiledImport,
  original: DraftBatch,
): Promise<GivenValues> {
  const rows = settings.enriches ? profileRows(compiled.drafts, original) : new Map<number, string>();
  if (rows.size === 0) return { drafts: original, beside: () => original };
  const known = await batch.profiles([...new Set(rows.values())]);
  const profiles = new Map([...rows].map(([row, url]) => [row, known.get(url) ?? NOT_LOOKED_UP]));
  const filled = fillDrafts(compiled.drafts, original, profiles);
  const makesDuplicates = settings.policy.onMatch === "duplicate";
  return {
    drafts: filled,
    beside: (matches) => yieldToContacts(makesDuplicates, { original, filled, profiles }, matches),
  };
}
