/** Changes of many contacts at once: what was asked, how far it is, and what each contact held before. */
export const bulkChanges = `
create table bulk_change (
  workspace_id integer not null,
  bulk_id integer not null,
  at integer not null,
  by text not null,
  change text not null,
  state text not null,
  -- Which contacts are meant; null once all were looked at.
  choice text,
  seen_to integer not null default 0,
  changed integer not null default 0,
  unchanged integer not null default 0,
  new_tags text not null default '[]',
  ended_at integer,
  undone_at integer,
  undone_by text,
  undo_tally text not null default '{"restored":0,"partly":0,"kept":0,"gone":0}',
  expired_at integer,
  primary key (workspace_id, bulk_id)
) strict, without rowid;

create index bulk_change_open on bulk_change (workspace_id, bulk_id) where state in ('running', 'undoing');

create table bulk_line (
  workspace_id integer not null,
  bulk_id integer not null,
  contact_id integer not null,
  -- [before, after] by field; null = the contact was deleted.
  changes text,
  -- Of a contact that was deleted: its row, the accounts that it was the main contact of, its opportunities.
  image text,
  -- What its undo did; null = it was not undone.
  result text,
  primary key (workspace_id, bulk_id, contact_id)
) strict, without rowid;

create index bulk_line_contact on bulk_line (workspace_id, contact_id);
`;
