/** Workspaces, who works in them, and what they have set. */
export const workspaces = `
create table api_key (
  workspace_id bigint not null,
  key_id bigint not null,
  name text collate "C" not null,
  role text collate "C" not null,
  scopes text collate "C" not null,
  hint text collate "C" not null,
  digest text collate "C" not null,
  maker bigint,
  created_by text collate "C" not null,
  created_at bigint not null,
  expires_at bigint,
  last_used_at bigint,
  revoked_at bigint,
  primary key (workspace_id, key_id)
);

create table field (
  workspace_id bigint not null,
  object text collate "C" not null,
  key text collate "C" not null,
  label text collate "C" not null,
  type text collate "C" not null,
  options text collate "C" not null default '[]',
  holds_external_id bigint not null default 0,
  position bigint not null,
  promoted_from text collate "C",
  primary key (workspace_id, object, key)
);

create table idempotency (
  workspace_id bigint not null,
  caller text collate "C" not null,
  key text collate "C" not null,
  -- Who answers the request, and until when, unless it says that it is still at it.
  holder text collate "C" not null,
  held_until bigint not null,
  -- Of the request that was answered; null = it is under way.
  digest text collate "C",
  answer text collate "C",
  at bigint not null,
  primary key (workspace_id, caller, key)
);

create table member (
  workspace_id bigint not null,
  member_id bigint not null,
  email text collate "C" not null,
  name text collate "C" not null,
  role text collate "C" not null,
  former_emails text collate "C" not null default '[]',
  created_at bigint not null,
  removed_at bigint,
  primary key (workspace_id, member_id)
);

create table policy_change (
  workspace_id bigint not null,
  change_id bigint not null,
  at bigint not null,
  by text collate "C" not null,
  changed text collate "C" not null,
  primary key (workspace_id, change_id)
);

create table saved_view (
  workspace_id bigint not null,
  view_id bigint not null,
  -- Who keeps it, whatever their address is by now.
  keeper text collate "C" not null,
  by text collate "C" not null,
  name text collate "C" not null,
  is_shared bigint not null,
  look text collate "C" not null,
  primary key (workspace_id, view_id)
);

create table source (
  workspace_id bigint not null,
  key text collate "C" not null,
  name text collate "C" not null,
  kind text collate "C" not null,
  options text collate "C" not null default '[]',
  primary key (workspace_id, key)
);

create table workspace (
  workspace_id bigint primary key,
  slug text collate "C" not null,
  name text collate "C" not null,
  preset text collate "C" not null,
  policy text collate "C" not null,
  id_key bigint not null,
  created_at bigint not null,
  next_contact bigint not null default 1,
  next_import bigint not null default 1,
  next_account bigint not null default 1,
  next_workflow bigint not null default 1,
  next_effect bigint not null default 1,
  next_opportunity bigint not null default 1,
  next_pipeline bigint not null default 1,
  next_stage bigint not null default 1,
  next_notification bigint not null default 1,
  next_endpoint bigint not null default 1,
  retained_at bigint,
  contacts bigint not null default 0,
  -- Raised by each transaction that writes to the workspace.
  version bigint not null default 0
);

-- A slug is given once: beside the workspace, since no key of a distributed table can be unique without its workspace_id.
create table workspace_slug (
  slug text collate "C" primary key,
  workspace_id bigint not null
);
create index api_key_hint on api_key (hint);
create unique index api_key_name on api_key (workspace_id, name) where revoked_at is null;
create index member_address on member (email) where removed_at is null;
create unique index member_email on member (workspace_id, email);
create unique index saved_view_name on saved_view (workspace_id, keeper, name);
`;
