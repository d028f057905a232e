/** Files that wait for their import, and answers that a repeated request gets again. */
export const uploads = `
create table upload (
  workspace_id integer not null,
  upload_id integer not null,
  -- Who began it, and alone sees it.
  owner text not null,
  name text not null,
  -- As it is to be; null = it says so later.
  bytes integer,
  -- Of the stored file; null = it is still coming.
  key text,
  created_at integer not null,
  expires_at integer not null,
  primary key (workspace_id, upload_id)
) strict, without rowid;

create index upload_key on upload (key) where key is not null;

-- What a file that is no text was made of, a row for each sheet that was looked at.
create table upload_rows (
  workspace_id integer not null,
  upload_id integer not null,
  sheet text not null,
  key text not null,
  -- The file made text as a JSON document.
  file text not null,
  primary key (workspace_id, upload_id, sheet)
) strict, without rowid;

create index upload_rows_key on upload_rows (key);

create table idempotency (
  workspace_id integer not null,
  caller text not null,
  key text not null,
  -- The process that answers the request.
  holder text not null,
  -- Of the request that was answered; null = it is under way.
  digest text,
  answer text,
  at integer not null,
  primary key (workspace_id, caller, key)
) strict, without rowid;
`;
