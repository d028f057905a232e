/** Contacts that were merged by hand, with all that is needed to part them again; and pairs that somebody called two people. */
export const merges = `
create table contact_merge (
  workspace_id integer not null,
  merge_id integer not null,
  kept integer not null,
  at integer not null,
  by text not null,
  -- What the merge changed, on the contact that is kept and on accounts.
  decision text not null,
  -- Opportunities that moved to the contact that is kept: [number, the contact they were of].
  opportunities text not null default '[]',
  -- When the contact that is kept was changed last before.
  kept_updated_at integer not null,
  undone_at integer,
  undone_by text,
  primary key (workspace_id, merge_id)
) strict, without rowid;

create index contact_merge_kept on contact_merge (workspace_id, kept);

-- The contacts that a merge deleted, as they were: their row as a JSON document.
create table merged_contact (
  workspace_id integer not null,
  merge_id integer not null,
  contact_id integer not null,
  image text not null,
  primary key (workspace_id, merge_id, contact_id)
) strict, without rowid;

create index merged_contact_number on merged_contact (workspace_id, contact_id);

create table not_duplicate (
  workspace_id integer not null,
  low integer not null,
  high integer not null,
  by text not null,
  at integer not null,
  primary key (workspace_id, low, high)
) strict, without rowid;
`;
