/**
 * Workspaces, contacts, identity keys, imports and their ledgers. Every table and key of a workspace's data leads with
 * workspace_id, so that its PostgreSQL twin can be spread over machines by it.
 */
export const firstSchema = `
create table workspace (
  workspace_id integer primary key,
  slug text not null unique,
  name text not null,
  preset text not null,
  policy text not null,
  id_key integer not null,
  next_contact integer not null default 1,
  next_import integer not null default 1,
  created_at integer not null
) strict;

create table field (
  workspace_id integer not null,
  key text not null,
  label text not null,
  type text not null,
  options text not null default '[]',
  holds_external_id integer not null default 0,
  position integer not null,
  primary key (workspace_id, key)
) strict, without rowid;

create table saved_mapping (
  workspace_id integer not null,
  fingerprint text not null,
  name text,
  mapping text not null,
  used_at integer not null,
  primary key (workspace_id, fingerprint)
) strict, without rowid;

create table contact (
  workspace_id integer not null,
  contact_id integer not null,
  created_by integer,
  created_line integer,
  created_at integer not null,
  updated_at integer not null,
  external_id text,
  full_name text,
  first_name text,
  last_name text,
  email text,
  additional_emails text,
  phone text,
  additional_phones text,
  linkedin_url text,
  website text,
  job_title text,
  account_id text,
  account_name text,
  account_domain text,
  position text,
  main_contact text,
  birthday text,
  street text,
  city text,
  state text,
  postal_code text,
  country text,
  tags text,
  owner text,
  followers text,
  notes text,
  do_not_touch text,
  email_opt_out text,
  sms_opt_out text,
  phone_verification_result text,
  phone_verification_provider text,
  phone_type text,
  phone_intent_score text,
  custom text,
  kept text,
  primary key (workspace_id, contact_id)
) strict, without rowid;

-- What a contact can be recognised by. Not unique: a workspace may allow duplicates.
create table contact_key (
  workspace_id integer not null,
  kind integer not null,
  hash integer not null,
  contact_id integer not null,
  primary key (workspace_id, kind, hash, contact_id)
) strict, without rowid;

-- Keys that runs have written or removed and the index does not know yet. Run 0 holds them as the batches left them,
-- the runs above are sorted.
create table pending_keys (
  workspace_id integer not null,
  import_id integer not null,
  run integer not null,
  part integer not null,
  keys blob not null,
  primary key (workspace_id, import_id, run, part)
) strict;

create table import (
  workspace_id integer not null,
  import_id integer not null,
  state text not null,
  version integer not null default 1,
  settings text not null,
  scan text,
  planned text,
  progress text,
  undo text,
  refusal text,
  receipt text,
  cancel_requested integer not null default 0,
  lease_token integer not null default 0,
  lease_holder text,
  lease_until integer,
  created_at integer not null,
  started_at integer,
  finished_at integer,
  primary key (workspace_id, import_id)
) strict, without rowid;

create table ledger_line (
  workspace_id integer not null,
  import_id integer not null,
  line integer not null,
  byte_offset integer not null,
  outcome integer not null,
  contact_id integer,
  match_key text,
  match_value text,
  problems text,
  changes text,
  primary key (workspace_id, import_id, line)
) strict, without rowid;

-- A contact's history: the lines that changed it.
create index ledger_change on ledger_line (workspace_id, contact_id, import_id, line) where changes is not null;

-- Lines that were created or unchanged and have nothing more to tell: one row per batch.
create table ledger_block (
  workspace_id integer not null,
  import_id integer not null,
  last_line integer not null,
  first_line integer not null,
  count integer not null,
  lines blob not null,
  matches text,
  primary key (workspace_id, import_id, last_line)
) strict;

create table plan_line (
  workspace_id integer not null,
  import_id integer not null,
  line integer not null,
  byte_offset integer not null,
  outcome integer not null,
  contact_id integer,
  match_key text,
  match_value text,
  problems text,
  changes text,
  primary key (workspace_id, import_id, line)
) strict, without rowid;

create table plan_block (
  workspace_id integer not null,
  import_id integer not null,
  last_line integer not null,
  first_line integer not null,
  count integer not null,
  lines blob not null,
  matches text,
  primary key (workspace_id, import_id, last_line)
) strict;

-- Lines of a file that share a key with other lines of it.
create table file_duplicate (
  workspace_id integer not null,
  import_id integer not null,
  line integer not null,
  match integer not null,
  hash integer not null,
  other_line integer not null,
  winner integer,
  primary key (workspace_id, import_id, line, match, hash)
) strict, without rowid;

-- Contacts that several lines of a file share, as the lines so far have left them.
create table file_contact (
  workspace_id integer not null,
  import_id integer not null,
  pass text not null,
  lead integer not null,
  contact_id integer,
  said text not null,
  current text not null,
  keys text not null,
  primary key (workspace_id, import_id, pass, lead)
) strict, without rowid;

create table file_contact_key (
  workspace_id integer not null,
  import_id integer not null,
  pass text not null,
  key text not null,
  lead integer not null,
  primary key (workspace_id, import_id, pass, key)
) strict, without rowid;

create table undo_line (
  workspace_id integer not null,
  import_id integer not null,
  line integer not null,
  contact_id integer not null,
  result text not null,
  kept text not null,
  at integer not null,
  primary key (workspace_id, import_id, line)
) strict, without rowid;

create index undo_contact on undo_line (workspace_id, contact_id, import_id, line);
`;
