/** Members, who are never deleted because records name them, and who changed the policy when. */
export const members = `
create table member (
  workspace_id integer not null,
  member_id integer not null,
  email text not null,
  name text not null,
  role text not null,
  former_emails text not null default '[]',
  created_at integer not null,
  removed_at integer,
  primary key (workspace_id, member_id)
) strict, without rowid;

-- Addresses are stored in lower case.
create unique index member_email on member (workspace_id, email);

create table policy_change (
  workspace_id integer not null,
  change_id integer not null,
  at integer not null,
  by text not null,
  changed text not null,
  primary key (workspace_id, change_id)
) strict, without rowid;
`;
