/** Opportunities and pipelines as they are read. */
import type { Pipeline } from "../../core/pipeline/pipeline.ts";
import type { FoundPage } from "./contact-store.ts";
import type { ContactFilter } from "./object-filter.ts";

export type OpportunityRow = {
  readonly number: number;
  /** By field key; contact, account, pipeline and stage as numbers; custom data under `kept:NAME`. Lists as JSON text. */
  readonly values: ReadonlyMap<string, string>;
  readonly createdAt: number;
  readonly updatedAt: number;
};

/** `links`: numbers of objects of which the field holds one; the filter's own value says nothing then. */
export type OpportunityFilter = ContactFilter & { readonly links?: readonly number[] };

export type OpportunityQuery = {
  /** Words that its name, external id or source holds. */
  readonly search: string | null;
  readonly filters: readonly OpportunityFilter[];
  /** Those of this contact; null = anybody's. */
  readonly contact: number | null;
  /** Only opportunities after this number. */
  readonly after: number;
  readonly limit: number;
};

export interface OpportunityStore {
  get(workspace: number, opportunity: number): Promise<OpportunityRow | null>;
  /** As of contacts. */
  list(workspace: number, query: OpportunityQuery): Promise<readonly OpportunityRow[]>;
  page(workspace: number, query: OpportunityQuery, budgetMs: number): Promise<FoundPage<OpportunityRow>>;
  count(workspace: number): Promise<number>;
  /** Fields of which any opportunity has a value: built-in ones in catalogue order, own ones, `kept:NAME`; each kind sorted. */
  usedFields(workspace: number): Promise<readonly string[]>;
}

export interface PipelineStore {
  /** In the order they were made, each with its stages in their order. */
  list(workspace: number): Promise<readonly Pipeline[]>;
}
