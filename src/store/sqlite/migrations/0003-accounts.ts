/**
 * Accounts as objects of their own, and what an import of contacts does to other objects. What was the contact's alone, its
 * identity keys on their way into the index, its changes and its undone lines, now says which object it is about.
 */
export const accounts = `
alter table workspace add column next_account integer not null default 1;

create table account (
  workspace_id integer not null,
  account_id integer not null,
  created_by integer,
  created_line integer,
  created_at integer not null,
  updated_at integer not null,
  external_id text,
  name text,
  domain text,
  owner text,
  managers text,
  notes text,
  main_contact integer,
  custom text,
  kept text,
  primary key (workspace_id, account_id)
) strict, without rowid;

create table account_key (
  workspace_id integer not null,
  kind integer not null,
  hash integer not null,
  account_id integer not null,
  primary key (workspace_id, kind, hash, account_id)
) strict, without rowid;

-- The account that a contact belongs to. Who belongs to an account is asked of contact_key.
alter table contact add column account integer;

-- The schema of each kind of object.
create table object_field (
  workspace_id integer not null,
  object text not null,
  key text not null,
  label text not null,
  type text not null,
  options text not null default '[]',
  holds_external_id integer not null default 0,
  position integer not null,
  primary key (workspace_id, object, key)
) strict, without rowid;

insert into object_field (workspace_id, object, key, label, type, options, holds_external_id, position)
select workspace_id, 'contact', key, label, type, options, holds_external_id, position from field;
drop table field;
alter table object_field rename to field;

create table object_pending_keys (
  workspace_id integer not null,
  object text not null,
  import_id integer not null,
  run integer not null,
  part integer not null,
  keys blob not null,
  primary key (workspace_id, object, import_id, run, part)
) strict;

insert into object_pending_keys (workspace_id, object, import_id, run, part, keys)
select workspace_id, 'contact', import_id, run, part, keys from pending_keys;
drop table pending_keys;
alter table object_pending_keys rename to pending_keys;

-- An object's history: the lines that changed it.
create table object_change (
  workspace_id integer not null,
  object text not null,
  number integer not null,
  import_id integer not null,
  line integer not null,
  primary key (workspace_id, object, number, import_id, line)
) strict, without rowid;

insert into object_change (workspace_id, object, number, import_id, line)
select workspace_id, 'contact', contact_id, import_id, line from contact_change;
drop table contact_change;

alter table undo_line add column object text not null default 'contact';
drop index undo_contact;
create index undone_object on undo_line (workspace_id, object, contact_id, import_id, line);

-- What a line did to an object that is not its own: the account that a contact's line made or gave a main contact.
create table side_change (
  workspace_id integer not null,
  import_id integer not null,
  line integer not null,
  object text not null,
  number integer not null,
  -- Field -> [before, after]; null = the line made the object.
  changes text,
  -- What an undo has made of it; null = nothing yet.
  undone text,
  primary key (workspace_id, import_id, line, object, number)
) strict, without rowid;

create index side_change_object on side_change (workspace_id, object, number, import_id, line);
`;
