/** A port: views of the list of contacts that members keep. */

/** What is looked at. Filters as they are written, columns by the keys of their fields. */
export type Look = {
  readonly search: string;
  readonly filter: readonly string[];
  readonly columns: readonly string[];
};

export type SavedView = {
  readonly number: number;
  /** Who keeps it: stays the same when their address changes. */
  readonly keeper: string;
  /** Their name when they saved it. */
  readonly by: string;
  readonly name: string;
  /** All members see it. */
  readonly isShared: boolean;
  readonly look: Look;
};

export interface ViewStore {
  /** The keeper's own and those that are shared, by name. */
  list(workspace: number, keeper: string): Promise<readonly SavedView[]>;
  get(workspace: number, view: number): Promise<SavedView | null>;
  /** One of that name that the keeper has already is replaced. */
  save(workspace: number, view: Omit<SavedView, "number">): Promise<SavedView>;
  remove(workspace: number, view: number): Promise<void>;
}
