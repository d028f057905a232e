/** Workflows, what they and imports send, and what members are told. */
export const effects = `
create table delivery_lane (
  workspace_id bigint not null,
  kind text collate "C" not null,
  lane text collate "C" not null,
  failures bigint not null,
  paused_until bigint not null,
  primary key (workspace_id, kind, lane)
);

create table notification (
  workspace_id bigint not null,
  member_id bigint not null,
  notification_id bigint not null,
  event text collate "C" not null,
  -- What it tells of: nobody is told the same thing twice.
  cause text collate "C" not null,
  -- 0 = of no import.
  import_id bigint not null,
  params text collate "C" not null,
  -- 0 = the member wanted it elsewhere only; the row keeps it from being told again.
  in_app bigint not null,
  at bigint not null,
  read_at bigint,
  primary key (workspace_id, member_id, notification_id)
);

create table notification_profile (
  workspace_id bigint not null,
  member_id bigint not null,
  channels text collate "C" not null,
  slack_url text collate "C",
  primary key (workspace_id, member_id)
);

create table outbox (
  workspace_id bigint not null,
  effect_id bigint not null,
  key text collate "C" not null,
  kind text collate "C" not null,
  target text collate "C" not null,
  effect text collate "C",
  state text collate "C" not null,
  import_id bigint not null,
  workflow_id bigint not null,
  contact_id bigint not null,
  step bigint not null,
  attempts bigint not null default 0,
  due_at bigint not null,
  holder text collate "C",
  held_until bigint,
  revoked bigint not null default 0,
  error text collate "C",
  created_at bigint not null,
  sent_at bigint,
  cause text collate "C" not null default 'workflow',
  about bigint,
  lane text collate "C" not null default '',
  expires_at bigint,
  primary key (workspace_id, effect_id)
);

create table profile (
  workspace_id bigint not null,
  url text collate "C" not null,
  state text collate "C" not null,
  reason text collate "C",
  fields text collate "C",
  at bigint not null,
  primary key (workspace_id, url)
);

create table webhook_endpoint (
  workspace_id bigint not null,
  endpoint_id bigint not null,
  url text collate "C" not null,
  events text collate "C" not null,
  -- The present one first; a former one with the moment from which it signs no more.
  secrets text collate "C" not null,
  created_by text collate "C" not null,
  created_at bigint not null,
  primary key (workspace_id, endpoint_id)
);

create table workflow (
  workspace_id bigint not null,
  workflow_id bigint not null,
  name text collate "C" not null,
  steps text collate "C" not null,
  changed_at bigint not null,
  primary key (workspace_id, workflow_id)
);

create table workflow_queue (
  workspace_id bigint not null,
  import_id bigint not null,
  workflow_id bigint not null,
  workflow text collate "C" not null,
  hold_ms bigint not null,
  state text collate "C" not null,
  over_line bigint not null default 0,
  left_out bigint not null default 0,
  primary key (workspace_id, import_id)
);

create table workflow_run (
  workspace_id bigint not null,
  import_id bigint not null,
  contact_id bigint not null,
  state text collate "C" not null,
  step bigint not null,
  due_at bigint not null,
  primary key (workspace_id, import_id, contact_id)
);

create table workflow_step (
  workspace_id bigint not null,
  contact_id bigint not null,
  import_id bigint not null,
  step bigint not null,
  result text collate "C" not null,
  changes text collate "C",
  at bigint not null,
  primary key (workspace_id, contact_id, import_id, step)
);
create unique index notification_cause on notification (workspace_id, member_id, cause);
create index notification_import on notification (workspace_id, import_id);
create index notification_unread on notification (workspace_id, member_id) where in_app = 1 and read_at is null;
create index outbox_due on outbox (workspace_id, kind, state, lane, due_at, effect_id);
create index outbox_expiry on outbox (workspace_id, expires_at) where expires_at is not null;
create index outbox_import on outbox (workspace_id, import_id, effect_id);
create unique index outbox_key on outbox (workspace_id, key);
create unique index webhook_endpoint_url on webhook_endpoint (workspace_id, url);
create unique index workflow_name on workflow (workspace_id, lower(name));
create index workflow_queue_open on workflow_queue (workspace_id, import_id) where state = 'open';
create index workflow_run_due on workflow_run (workspace_id, due_at) where state = 'waiting';
`;
