/** An import as the API answers it: what of it the pages show. */

import type { ImportState } from "../../src/core/import-state.ts";
import type { JobKind } from "../../src/core/job/job.ts";
import type { ColumnMapping as CoreMapping } from "../../src/core/mapping/column-mapping.ts";
import type { OutcomeCounts, PartCounts, Unwritten } from "../../src/core/plan/outcome.ts";
import type { AnswerOf } from "../../src/http/contract/endpoint.ts";
import type { listImports, listLines, showImport } from "../api/endpoints/imports.ts";

type Counts = Readonly<Record<string, number>>;

export type ImportSummary = {
  readonly import: string;
  readonly state: ImportState;
  /** What it waits for until a worker is free; absent or null = for nothing. */
  readonly waits?: JobKind | null | undefined;
  /** What its lines are: `contacts`, `contacts,opportunities`. */
  readonly object: string;
  readonly mode: string;
  readonly lines: number;
  /** Lines of the file, where they are known and perhaps not all done. */
  readonly total?: number;
  readonly blankLines: number;
  readonly outcomes: OutcomeCounts;
  readonly problems: Counts;
  readonly warnings: Counts;
  readonly accounts?: { readonly created: number; readonly changed: number };
  readonly parts?: PartCounts;
  readonly seconds: number | null;
  readonly rowsPerSecond: number | null;
  readonly receipt: string | null;
  readonly file: string;
  readonly by: string;
  readonly at: string;
  readonly problem?: { readonly message: string; readonly fix: string; readonly line?: number };
};

type FoundBy = CoreMapping["foundBy"];

export type ColumnMapping = {
  readonly column: number;
  readonly header: string;
  readonly target:
    | { readonly to: "field"; readonly field: string }
    | { readonly to: "keep"; readonly name: string }
    | { readonly to: "ignore" };
  readonly foundBy: FoundBy;
  readonly reason: string;
};

type ImportDialect = {
  readonly format: string;
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly header: boolean;
  readonly sheet?: string;
  readonly evidence: readonly { readonly about: string; readonly says: string }[];
};

export type Explanation = { readonly title: string; readonly cause: string; readonly fix: string };

export type ImportDetail = ImportSummary & {
  readonly unwrittenWarnings: Unwritten;
  readonly digest: string;
  readonly bytes: number;
  readonly dialect: ImportDialect;
  readonly says: readonly string[];
  readonly mapping: readonly ColumnMapping[];
  readonly preset: string;
  readonly differences: readonly { readonly key: string; readonly from: string; readonly to: string }[];
  readonly tags: readonly string[];
  readonly owner: string | null;
  readonly disclaimer: { readonly by: string; readonly at: string } | null;
  readonly country: string;
  readonly dateOrder: string | null;
  readonly workflow: string | null;
  readonly explanations: Readonly<Record<string, Explanation>>;
  readonly undo:
    | (Counts & { readonly line: number | null; readonly by: string | null; readonly at: string | null })
    | null;
  /** The import whose lines it puts right. */
  readonly continues: string | null;
  readonly continuedBy: readonly { readonly import: string; readonly file: string }[];
};

export type Line = AnswerOf<typeof listLines>["items"][number];

/** The contract leaves open what stands beside what every program needs; the server answers it as it is here. */
export const summaryOf = (answer: AnswerOf<typeof listImports>["items"][number]): ImportSummary =>
  answer as unknown as ImportSummary;
export const detailOf = (answer: AnswerOf<typeof showImport>): ImportDetail => answer as unknown as ImportDetail;

/** It is being written or taken back, or is to be. */
export const isAtWork = ({ state, waits = null }: Pick<ImportSummary, "state" | "waits">): boolean =>
  waits !== null || state === "received" || state === "running" || state === "undoing";
