/** Who erased people and when, and how the digests of ledgers were before; and when retention was last looked after. */
export const erasures = `
create table erasure (
  workspace_id integer not null,
  erasure_id integer not null,
  at integer not null,
  by text not null,
  -- Numbers of the contacts: after an older backup was restored they can be erased again.
  contacts text not null,
  -- How many places, as a JSON document.
  places text not null,
  -- The database was written anew since: nothing of them is left in free pages.
  compacted integer not null default 0,
  primary key (workspace_id, erasure_id)
) strict, without rowid;

-- A block of a ledger's digest chain in which lines were erased: its digest with them, and without.
create table erased_block (
  workspace_id integer not null,
  import_id integer not null,
  block integer not null,
  was text not null,
  now text not null,
  primary key (workspace_id, import_id, block)
) strict, without rowid;

-- Stored files that no import needs any more, until they are gone from the disk.
create table file_to_drop (
  workspace_id integer not null,
  key text not null,
  primary key (workspace_id, key)
) strict, without rowid;

alter table workspace add column retained_at integer;
`;
