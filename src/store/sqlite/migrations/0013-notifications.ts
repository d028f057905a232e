/** Notifications and who wants them, webhooks for a workspace's events, and receivers that are left alone for a while. */
export const notifications = `
alter table workspace add column next_notification integer not null default 1;
alter table workspace add column next_endpoint integer not null default 1;

create table notification (
  workspace_id integer not null,
  member_id integer not null,
  notification_id integer not null,
  event text not null,
  -- What it tells of: nobody is told the same thing twice.
  cause text not null,
  -- 0 = of no import.
  import_id integer not null,
  params text not null,
  -- 0 = the member wanted it elsewhere only; the row keeps it from being told again.
  in_app integer not null,
  at integer not null,
  read_at integer,
  primary key (workspace_id, member_id, notification_id)
) strict, without rowid;

create unique index notification_cause on notification (workspace_id, member_id, cause);
create index notification_unread on notification (workspace_id, member_id) where in_app and read_at is null;
create index notification_import on notification (workspace_id, import_id);

create table notification_profile (
  workspace_id integer not null,
  member_id integer not null,
  channels text not null,
  slack_url text,
  primary key (workspace_id, member_id)
) strict, without rowid;

create table webhook_endpoint (
  workspace_id integer not null,
  endpoint_id integer not null,
  url text not null,
  events text not null,
  -- The present one first; a former one with the moment from which it signs no more.
  secrets text not null,
  created_by text not null,
  created_at integer not null,
  primary key (workspace_id, endpoint_id)
) strict, without rowid;

create unique index webhook_endpoint_url on webhook_endpoint (workspace_id, url);

-- Receivers that could not be reached: failures in a row, and until when nothing is sent to them.
create table delivery_lane (
  workspace_id integer not null,
  kind text not null,
  lane text not null,
  failures integer not null,
  paused_until integer not null,
  primary key (workspace_id, kind, lane)
) strict, without rowid;

alter table outbox add column cause text not null default 'workflow';
-- The member or the webhook that it is for.
alter table outbox add column about integer;
alter table outbox add column lane text not null default '';
alter table outbox add column expires_at integer;
update outbox set lane = target where kind <> 'email';

drop index outbox_due;
create index outbox_due on outbox (workspace_id, kind, state, lane, due_at);
create index outbox_expiry on outbox (workspace_id, expires_at) where expires_at is not null;
`;
