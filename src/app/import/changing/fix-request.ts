/** What somebody says of the cells of a planned import. */

/** Columns by header, or `#3` for the third one. */
export type FixRequest = {
  readonly cells: readonly { readonly line: number; readonly column: string; readonly value: string }[];
  readonly everywhere: readonly { readonly column: string; readonly from: string; readonly value: string }[];
  /** Who asks. */
  readonly by: string;
};
