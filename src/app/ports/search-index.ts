/**
 * A port: the index by which contacts are found. It is kept up behind those who write; what it does not know yet is looked
 * through by whoever searches, so that nothing is ever missed.
 */
export interface SearchIndex {
  /** Takes up to so many contacts that have come or changed. Answers whether there may be more. */
  catchUp(workspace: number, most: number): Promise<boolean>;
}
