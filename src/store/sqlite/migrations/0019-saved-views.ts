/** What of the list of contacts somebody looks at, under a name: a search, filters and columns. */
export const savedViews = `
create table saved_view (
  workspace_id integer not null,
  view_id integer not null,
  -- Who keeps it, whatever their address is by now.
  keeper text not null,
  by text not null,
  name text not null,
  is_shared integer not null,
  look text not null,
  primary key (workspace_id, view_id)
) strict, without rowid;

create unique index saved_view_name on saved_view (workspace_id, keeper, name);
`;
