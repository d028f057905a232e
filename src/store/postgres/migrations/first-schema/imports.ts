/** Imports with their plans, ledgers and scratch, uploads, and people who were erased from them. */
export const imports = `
create table erased_block (
  workspace_id bigint not null,
  import_id bigint not null,
  block bigint not null,
  was text collate "C" not null,
  now text collate "C" not null,
  primary key (workspace_id, import_id, block)
);

create table erasure (
  workspace_id bigint not null,
  erasure_id bigint not null,
  at bigint not null,
  by text collate "C" not null,
  -- Numbers of the contacts: after an older backup was restored they can be erased again.
  contacts text collate "C" not null,
  -- How many places, as a JSON document.
  places text collate "C" not null,
  -- The database was written anew since: nothing of them is left in free pages.
  compacted bigint not null default 0,
  state text collate "C" not null default 'erased',
  ended_at bigint,
  mentions text collate "C",
  refusal text collate "C",
  claimed_by text collate "C",
  claimed_until bigint,
  primary key (workspace_id, erasure_id)
);

create table file_contact (
  workspace_id bigint not null,
  import_id bigint not null,
  object text collate "C" not null,
  pass text collate "C" not null,
  lead bigint not null,
  contact_id bigint,
  said text collate "C" not null,
  current text collate "C" not null,
  keys text collate "C" not null,
  is_left bigint not null default 0,
  primary key (workspace_id, import_id, object, pass, lead)
);

create table file_contact_key (
  workspace_id bigint not null,
  import_id bigint not null,
  object text collate "C" not null,
  pass text collate "C" not null,
  key text collate "C" not null,
  lead bigint not null,
  primary key (workspace_id, import_id, object, pass, key)
);

create table file_duplicate (
  workspace_id bigint not null,
  import_id bigint not null,
  line bigint not null,
  match bigint not null,
  hash bigint not null,
  other_line bigint not null,
  winner bigint,
  primary key (workspace_id, import_id, line, match, hash)
);

create table file_key (
  workspace_id bigint not null,
  import_id bigint not null,
  -- One look at the file: whoever was replaced and goes on does not write among the keys of those who came after.
  scan bigint not null,
  at bigint not null,
  match bigint not null,
  hash bigint not null,
  line bigint not null,
  primary key (workspace_id, import_id, scan, at)
);

create table file_to_drop (
  workspace_id bigint not null,
  key text collate "C" not null,
  primary key (workspace_id, key)
);

create table import (
  workspace_id bigint not null,
  import_id bigint not null,
  state text collate "C" not null,
  version bigint not null default 1,
  settings json not null,
  scan text collate "C",
  planned text collate "C",
  progress text collate "C",
  undo text collate "C",
  refusal text collate "C",
  receipt text collate "C",
  cancel_requested bigint not null default 0,
  lease_token bigint not null default 0,
  lease_holder text collate "C",
  lease_until bigint,
  created_at bigint not null,
  started_at bigint,
  finished_at bigint,
  primary key (workspace_id, import_id)
);

create table import_job (
  workspace_id bigint not null,
  import_id bigint not null,
  kind text collate "C" not null,
  -- The wish as a JSON document.
  wish text collate "C" not null,
  asked_by text collate "C" not null,
  asked_at bigint not null,
  due_at bigint not null,
  tries bigint not null default 0,
  -- How far the import was when the last attempt began.
  mark text collate "C",
  fault text collate "C",
  progress text collate "C",
  holder text collate "C",
  held_until bigint,
  primary key (workspace_id, import_id)
);

create table ledger_block (
  workspace_id bigint not null,
  import_id bigint not null,
  last_line bigint not null,
  first_line bigint not null,
  count bigint not null,
  lines bytea not null,
  matches text collate "C",
  changes text collate "C",
  seconds text collate "C",
  primary key (workspace_id, import_id, last_line)
);

create table ledger_line (
  workspace_id bigint not null,
  import_id bigint not null,
  line bigint not null,
  byte_offset bigint not null,
  outcome bigint not null,
  contact_id bigint,
  match_key text collate "C",
  match_value text collate "C",
  problems text collate "C",
  changes text collate "C",
  second text collate "C",
  primary key (workspace_id, import_id, line)
);

create table plan_basis (
  workspace_id bigint not null,
  import_id bigint not null,
  found text collate "C" not null,
  workspace text collate "C" not null,
  primary key (workspace_id, import_id)
);

create table plan_block (
  workspace_id bigint not null,
  import_id bigint not null,
  last_line bigint not null,
  first_line bigint not null,
  count bigint not null,
  lines bytea not null,
  matches text collate "C",
  changes text collate "C",
  seconds text collate "C",
  primary key (workspace_id, import_id, last_line)
);

create table plan_keys (
  workspace_id bigint not null,
  import_id bigint not null,
  part bigint not null,
  page bigint not null,
  keys bytea not null,
  primary key (workspace_id, import_id, part, page)
);

create table plan_line (
  workspace_id bigint not null,
  import_id bigint not null,
  line bigint not null,
  byte_offset bigint not null,
  outcome bigint not null,
  contact_id bigint,
  match_key text collate "C",
  match_value text collate "C",
  problems text collate "C",
  changes text collate "C",
  second text collate "C",
  primary key (workspace_id, import_id, line)
);

create table planned_account (
  workspace_id bigint not null,
  import_id bigint not null,
  account_id bigint not null,
  external_id text collate "C",
  name text collate "C",
  domain text collate "C",
  main_contact bigint,
  primary key (workspace_id, import_id, account_id)
);

create table planned_account_key (
  workspace_id bigint not null,
  import_id bigint not null,
  kind bigint not null,
  hash bigint not null,
  account_id bigint not null,
  primary key (workspace_id, import_id, kind, hash, account_id)
);

create table retried_line (
  workspace_id bigint not null,
  import_id bigint not null,
  line bigint not null,
  of_import bigint not null,
  of_line bigint not null,
  primary key (workspace_id, import_id, line)
);

-- Identity keys that a run has given to objects that were there before it, or has taken from them: it is matched against the
-- workspace as it was. 1 = the index had the key then.
create table run_key (
  workspace_id bigint not null,
  import_id bigint not null,
  object text collate "C" not null,
  kind bigint not null,
  hash bigint not null,
  number bigint not null,
  was_there bigint not null,
  primary key (workspace_id, import_id, object, kind, hash, number)
);

create table saved_mapping (
  workspace_id bigint not null,
  fingerprint text collate "C" not null,
  name text collate "C",
  mapping text collate "C" not null,
  used_at bigint not null,
  primary key (workspace_id, fingerprint)
);

create table undo_line (
  workspace_id bigint not null,
  import_id bigint not null,
  object text collate "C" not null,
  line bigint not null,
  contact_id bigint not null,
  result text collate "C" not null,
  kept text collate "C" not null,
  at bigint not null,
  primary key (workspace_id, import_id, object, line)
);

create table upload (
  workspace_id bigint not null,
  upload_id bigint not null,
  -- Who began it, and alone sees it.
  owner text collate "C" not null,
  name text collate "C" not null,
  -- As it is to be; null = it says so later.
  bytes bigint,
  -- Of the stored file; null = it is still coming.
  key text collate "C",
  created_at bigint not null,
  -- 0 = it is over, and goes once its files have.
  expires_at bigint not null,
  -- Who makes an import of it, and until when, unless it says that it is still at it; null = nobody does.
  claimed_by text collate "C",
  claimed_until bigint,
  primary key (workspace_id, upload_id)
);

create table upload_rows (
  workspace_id bigint not null,
  upload_id bigint not null,
  sheet text collate "C" not null,
  key text collate "C" not null,
  -- The file made text as a JSON document.
  file text collate "C" not null,
  primary key (workspace_id, upload_id, sheet)
);
create index erasure_open on erasure (workspace_id, erasure_id) where state in ('planning', 'erasing');
create index import_fixes on import ((settings #>> '{fixes,key}')) where settings #>> '{fixes,key}' is not null;
create index import_original on import ((settings #>> '{source,original,key}'))
  where settings #>> '{source,original,key}' is not null;
create index import_source on import ((settings #>> '{source,key}'));
create index import_held on import (workspace_id, import_id) where lease_holder is not null;
create index import_unfinished on import (workspace_id, import_id) where state in ('running', 'undoing');
create unique index retried_of on retried_line (workspace_id, of_import, of_line, import_id);
create index undone_object on undo_line (workspace_id, object, contact_id, import_id, line);
create index upload_key on upload (key) where key is not null;
create index upload_rows_key on upload_rows (key);
`;
