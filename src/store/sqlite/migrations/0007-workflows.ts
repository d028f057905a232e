/** Workflows, their runs, the outbox of what they send, and the profiles that were looked up. */
export const workflows = `
alter table workspace add column next_workflow integer not null default 1;
alter table workspace add column next_effect integer not null default 1;

create table workflow (
  workspace_id integer not null,
  workflow_id integer not null,
  name text not null,
  steps text not null,
  changed_at integer not null,
  primary key (workspace_id, workflow_id)
) strict, without rowid;

create unique index workflow_name on workflow (workspace_id, name collate nocase);

-- One row an import, with the workflow as it was then. Which contacts are to be queued is what the import's ledger says was
-- created: the batches that create them write nothing more for it.
create table workflow_queue (
  workspace_id integer not null,
  import_id integer not null,
  workflow_id integer not null,
  workflow text not null,
  hold_ms integer not null,
  state text not null,
  over_line integer not null default 0,
  left_out integer not null default 0,
  primary key (workspace_id, import_id)
) strict, without rowid;

create index workflow_queue_open on workflow_queue (workspace_id, import_id) where state = 'open';

create table workflow_run (
  workspace_id integer not null,
  import_id integer not null,
  contact_id integer not null,
  state text not null,
  step integer not null,
  due_at integer not null,
  primary key (workspace_id, import_id, contact_id)
) strict, without rowid;

create index workflow_run_due on workflow_run (workspace_id, due_at) where state = 'waiting';

-- Each step once: a second time breaks the key, and with it the transaction that tries.
create table workflow_step (
  workspace_id integer not null,
  contact_id integer not null,
  import_id integer not null,
  step integer not null,
  result text not null,
  changes text,
  at integer not null,
  primary key (workspace_id, contact_id, import_id, step)
) strict, without rowid;

create table outbox (
  workspace_id integer not null,
  effect_id integer not null,
  key text not null,
  kind text not null,
  target text not null,
  effect text,
  state text not null,
  import_id integer not null,
  workflow_id integer not null,
  contact_id integer not null,
  step integer not null,
  attempts integer not null default 0,
  due_at integer not null,
  holder text,
  held_until integer,
  revoked integer not null default 0,
  error text,
  created_at integer not null,
  sent_at integer,
  primary key (workspace_id, effect_id)
) strict, without rowid;

create unique index outbox_key on outbox (workspace_id, key);
create index outbox_due on outbox (workspace_id, kind, state, due_at);
create index outbox_import on outbox (workspace_id, import_id, effect_id);

create table profile (
  workspace_id integer not null,
  url text not null,
  state text not null,
  reason text,
  fields text,
  at integer not null,
  primary key (workspace_id, url)
) strict, without rowid;
`;
