/** Contacts and accounts, read for people. */
import type { ContactFilter } from "./object-filter.ts";

export type ContactRow = {
  readonly number: number;
  /** By field key; custom data under `kept:NAME`. Lists as JSON text. */
  readonly values: ReadonlyMap<string, string>;
  /** Number of the account that it belongs to. */
  readonly account: number | null;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly createdBy: number | null;
  readonly createdLine: number | null;
};

export type ContactQuery = {
  readonly search: string | null;
  readonly filters: readonly ContactFilter[];
  /** Only contacts after this number. */
  readonly after: number;
  readonly limit: number;
};

/** What could be found in the time given. */
export type FoundPage<Row> = {
  /** In the order in which they were made. */
  readonly rows: readonly Row[];
  /** Number up to which all were looked at, where there are more; null = to the end. */
  readonly seenTo: number | null;
};

export interface ContactStore {
  get(workspace: number, contact: number): Promise<ContactRow | null>;
  /** As many as are wanted, however long it takes to find them. */
  list(workspace: number, query: ContactQuery): Promise<readonly ContactRow[]>;
  /** @param budgetMs milliseconds after which it answers with what it has found */
  page(workspace: number, query: ContactQuery, budgetMs: number): Promise<FoundPage<ContactRow>>;
  /** The numbers alone, which is much quicker. */
  numbers(workspace: number, query: ContactQuery, budgetMs: number): Promise<FoundPage<number>>;
  /** Highest number that a contact has; 0 = there are none. */
  lastNumber(workspace: number): Promise<number>;
  count(workspace: number): Promise<number>;
  /** Fields of which any contact has a value: built-in ones in catalogue order, own ones, `kept:NAME`; each kind sorted. */
  usedFields(workspace: number): Promise<readonly string[]>;
}

/** An account as it is read. */
export type AccountRow = {
  readonly number: number;
  /** By field key; custom data under `kept:NAME`. Lists as JSON text. */
  readonly values: ReadonlyMap<string, string>;
  readonly mainContact: number | null;
  /** How many contacts belong to it. */
  readonly contacts: number;
  readonly createdAt: number;
  readonly updatedAt: number;
};

/** Contacts and accounts alike, where only their fields matter. */
export type ObjectRow = Pick<ContactRow, "number" | "values" | "createdAt" | "updatedAt">;

export interface AccountStore {
  get(workspace: number, account: number): Promise<AccountRow | null>;
  /** As of contacts. */
  list(workspace: number, query: ContactQuery): Promise<readonly AccountRow[]>;
  page(workspace: number, query: ContactQuery, budgetMs: number): Promise<FoundPage<AccountRow>>;
  count(workspace: number): Promise<number>;
  /** As of contacts. */
  usedFields(workspace: number): Promise<readonly string[]>;
  /** Contacts that belong to it, in the order in which they were made. */
  members(workspace: number, account: number, limit: number): Promise<readonly ContactRow[]>;
}
