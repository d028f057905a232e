/** What was asked of an import, as data: kept with it in the words that it was asked in, so that a change of one of them leaves the others. */
import type { ObjectKind } from "../../core/object/object-kind.ts";
import type { DateOrder, ImportMode } from "../../core/policy/policy.ts";
import type { DialectOverrides } from "../../core/tabular/dialect.ts";

export type ImportWish = {
  /** What the rows are. */
  readonly object: ObjectKind;
  /** Nobody has said what the rows are. */
  readonly supposesContacts?: boolean;
  /** Rows of contacts are about their opportunities too. */
  readonly withOpportunities?: boolean;
  /** Runs this one import under another preset than the workspace's; null = the workspace's own policy. */
  readonly preset: string | null;
  readonly mode: ImportMode | null;
  /** Policy keys for this import alone, as texts. */
  readonly set: Readonly<Record<string, string>>;
  readonly dialect: DialectOverrides;
  /** Sheet of a workbook; null = the one that holds values. */
  readonly sheet: string | null;
  /** `Header=field` texts. */
  readonly map: readonly string[];
  /** Name of a saved mapping; null = the one remembered for these headers. */
  readonly mapping: string | null;
  readonly tags: readonly string[];
  readonly owner: string | null;
  /** Name or id of the workflow for the new contacts, or `none`; null = the workspace's default. */
  readonly workflow: string | null;
  /** Every contact of the import is marked Do Not Touch. */
  readonly doNotTouch: boolean;
  /** ISO 3166 alpha-2; null = the policy's. */
  readonly country: string | null;
  readonly dateOrder: DateOrder | null;
  /** Where the policy asks for one; it may be accepted later, until the import starts. */
  readonly disclaimerAccepted: boolean;
};
