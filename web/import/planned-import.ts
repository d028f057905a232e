/** What an import that is not begun tells of itself, as far as the steps show it. */
import type { ColumnMapping } from "../../src/core/mapping/column-mapping.ts";
import { ownColumns } from "../../src/core/mapping/error-columns.ts";
import type { Tally, Unwritten } from "../../src/core/plan/outcome.ts";
import type { DateOrder, ImportMode, Policy } from "../../src/core/policy/policy.ts";
import type { AnswerOf } from "../../src/http/contract/endpoint.ts";
import type { showImport } from "../../src/http/contract/imports.ts";
import type { ShownDialect } from "./file/read-sentence.ts";

type Explained = { readonly title: string; readonly cause: string; readonly fix: string };

type Import = AnswerOf<typeof showImport>;
type Listed =
  | ("import" | "state" | "lines" | "blankLines" | "outcomes" | "problems" | "warnings")
  | ("seconds" | "rowsPerSecond" | "file" | "by" | "at" | "problem");

/** The endpoint's schema lists what programs rely on; the rest of the object is that of the command line. */
export type ShownImport = Pick<Import, Listed> & {
  readonly object: string;
  readonly accounts?: Tally["accounts"];
  readonly parts?: Tally["parts"];
  readonly unwrittenWarnings: Unwritten;
  /** Grows with each change, each plan and each start. */
  readonly version: number;
  readonly mode: ImportMode;
  readonly bytes: number;
  readonly mapping: readonly ColumnMapping[];
  readonly dialect: ShownDialect;
  readonly policy: Policy;
  readonly says: readonly string[];
  readonly tags: readonly string[];
  readonly owner: string | null;
  readonly country: string;
  readonly dateOrder: DateOrder | null;
  readonly doNotTouch: boolean;
  readonly disclaimer: object | null;
  readonly workflow: string | null;
  readonly explanations: Readonly<Record<string, Explained>>;
  /** The import whose lines it puts right. */
  readonly continues: string | null;
};

/** The columns of the contacts: in a file of lines with errors others stand behind them, which are about the lines. */
export function contactColumns({
  mapping,
  continues,
}: Pick<ShownImport, "mapping" | "continues">): ShownImport["mapping"] {
  return continues === null ? mapping : mapping.slice(0, ownColumns(mapping.map(({ header }) => header)));
}

/** Seconds for which the answer waits for the new plan. */
export const PLAN_SECONDS = 30;
