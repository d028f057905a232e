/** How a kind of object is read. Names are constants of the store, never anything that was read. */
export type ReadableObjects = {
  readonly table: string;
  readonly id: string;
  readonly fields: readonly string[];
  /** What a built-in field holds, in a statement over the table. */
  readonly sqlOf: (field: string) => string;
  /** Columns that a search looks at. */
  readonly searched: readonly string[];
};
