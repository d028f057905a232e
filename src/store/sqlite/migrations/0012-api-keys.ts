/** API keys, of which only the beginning and the SHA-256 are kept; and where people who sign in are members. */
export const apiKeys = `
create table api_key (
  workspace_id integer not null,
  key_id integer not null,
  name text not null,
  role text not null,
  scopes text not null,
  hint text not null,
  digest text not null,
  maker integer,
  created_by text not null,
  created_at integer not null,
  expires_at integer,
  last_used_at integer,
  revoked_at integer,
  primary key (workspace_id, key_id)
) strict, without rowid;

create unique index api_key_name on api_key (workspace_id, name) where revoked_at is null;

-- Whoever sends a key says with it whose it is.
create index api_key_hint on api_key (hint);

create index member_address on member (email) where removed_at is null;
`;
