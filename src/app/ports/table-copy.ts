/** A database as rows of tables, to be copied whole into one of another kind. */
export type CopyValue = string | number | bigint | null | Uint8Array;
export type CopyRow = readonly CopyValue[];

export type CopyTable = {
  readonly name: string;
  readonly columns: readonly string[];
  /** Columns that hold JSON documents: their texts may differ where what they say does not. */
  readonly documents: readonly string[];
  /** Its rows are large. */
  readonly hasBytes: boolean;
  /** Columns of the primary key, in its order. */
  readonly key: readonly string[];
};

export interface TableCopy {
  /** What is copied, in the same order of names and keys on every database. */
  tables(): Promise<readonly CopyTable[]>;
  /** Rows behind a key, in its order; null = from the first. */
  page(table: CopyTable, after: CopyRow | null, limit: number): Promise<readonly CopyRow[]>;
  /** Key of the last row that is there; null = there is none. */
  lastKey(table: CopyTable): Promise<CopyRow | null>;
  /** All of them, or none. */
  put(table: CopyTable, rows: readonly CopyRow[]): Promise<void>;
  empty(table: CopyTable): Promise<void>;
  /**
   * Which move this database is half way through; null = none. As long as it is, it is no database that anybody works with.
   */
  halfMoved(): Promise<string | null>;
  /** Marks it; only a database without workspaces may be moved into. False = it has some. */
  beginMove(name: string): Promise<boolean>;
  /** Makes what is not copied but follows from what is, and takes the mark away. */
  endMove(): Promise<void>;
  /** Connections of other processes of Muster's that are older than this one and can be seen. @param seconds how old this process is */
  olderConnections(seconds: number): Promise<number>;
  close(): Promise<void>;
}
