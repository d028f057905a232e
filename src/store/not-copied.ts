/** Tables that a move between databases leaves out: what is made anew from the others, and what is of one kind of database alone. */
export const NOT_COPIED: readonly RegExp[] = [
  // The search index: the worker makes it.
  /^contact_search/,
  /^search_(mark|stale)$/,
  // Keys that wait to be merged: they are before anything is copied.
  /^pending_keys$/,
  // What a run in progress has changed in the index: once moved, it finds that there like everybody.
  /^run_key$/,
  // Candidates of a scan in progress, which is made anew.
  /^file_key$/,
  // Slugs once more, where they have to be unique over all workspaces.
  /^workspace_slug$/,
  // The version of the schema, and the mark of a move.
  /^muster_schema$/,
  /^half_moved$/,
  // Tables of the library that signs people in; it copies people itself.
  /^sign_in_/,
  /^sqlite_/,
];
