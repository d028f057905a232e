/**
 * Opportunities, and pipelines with their stages. What was kept of the lines of a file for one kind of object is now kept for
 * each of the two that a line may be about.
 */
export const opportunities = `
alter table workspace add column next_opportunity integer not null default 1;
alter table workspace add column next_pipeline integer not null default 1;
alter table workspace add column next_stage integer not null default 1;

create table pipeline (
  workspace_id integer not null,
  pipeline_id integer not null,
  created_by integer,
  created_line integer,
  created_at integer not null,
  updated_at integer not null,
  external_id text,
  name text,
  is_default text,
  primary key (workspace_id, pipeline_id)
) strict, without rowid;

create table stage (
  workspace_id integer not null,
  stage_id integer not null,
  created_by integer,
  created_line integer,
  created_at integer not null,
  updated_at integer not null,
  pipeline integer,
  stage_name text,
  position text,
  is_closed_won text,
  is_closed_lost text,
  custom text,
  kept text,
  primary key (workspace_id, stage_id)
) strict, without rowid;

create table stage_key (
  workspace_id integer not null,
  kind integer not null,
  hash integer not null,
  stage_id integer not null,
  primary key (workspace_id, kind, hash, stage_id)
) strict, without rowid;

create table opportunity (
  workspace_id integer not null,
  opportunity_id integer not null,
  created_by integer,
  created_line integer,
  created_at integer not null,
  updated_at integer not null,
  external_id text,
  name text,
  contact integer,
  account integer,
  pipeline integer,
  stage integer,
  value text,
  status text,
  owner text,
  source text,
  close_date text,
  notes text,
  custom text,
  kept text,
  primary key (workspace_id, opportunity_id)
) strict, without rowid;

-- Who has a contact's opportunities is asked of this index too.
create table opportunity_key (
  workspace_id integer not null,
  kind integer not null,
  hash integer not null,
  opportunity_id integer not null,
  primary key (workspace_id, kind, hash, opportunity_id)
) strict, without rowid;

-- The opportunity of a line whose own object is its contact: number, outcomes, match and changes.
alter table ledger_line add column second text;
alter table plan_line add column second text;
alter table ledger_block add column seconds text;
alter table plan_block add column seconds text;

create table object_file_contact (
  workspace_id integer not null,
  import_id integer not null,
  object text not null,
  pass text not null,
  lead integer not null,
  contact_id integer,
  said text not null,
  current text not null,
  keys text not null,
  primary key (workspace_id, import_id, object, pass, lead)
) strict, without rowid;

insert into object_file_contact (workspace_id, import_id, object, pass, lead, contact_id, said, current, keys)
select held.workspace_id, held.import_id, ifnull(import.settings ->> '$.object', 'contact'), pass, lead, contact_id, said, current, keys
from file_contact as held join import on import.workspace_id = held.workspace_id and import.import_id = held.import_id;
drop table file_contact;
alter table object_file_contact rename to file_contact;

create table object_file_contact_key (
  workspace_id integer not null,
  import_id integer not null,
  object text not null,
  pass text not null,
  key text not null,
  lead integer not null,
  primary key (workspace_id, import_id, object, pass, key)
) strict, without rowid;

insert into object_file_contact_key (workspace_id, import_id, object, pass, key, lead)
select held.workspace_id, held.import_id, ifnull(import.settings ->> '$.object', 'contact'), pass, key, lead
from file_contact_key as held join import on import.workspace_id = held.workspace_id and import.import_id = held.import_id;
drop table file_contact_key;
alter table object_file_contact_key rename to file_contact_key;

create table object_undo_line (
  workspace_id integer not null,
  import_id integer not null,
  object text not null,
  line integer not null,
  contact_id integer not null,
  result text not null,
  kept text not null,
  at integer not null,
  primary key (workspace_id, import_id, object, line)
) strict, without rowid;

insert into object_undo_line (workspace_id, import_id, object, line, contact_id, result, kept, at)
select workspace_id, import_id, object, line, contact_id, result, kept, at from undo_line;
drop table undo_line;
alter table object_undo_line rename to undo_line;
create index undone_object on undo_line (workspace_id, object, contact_id, import_id, line);
`;
