/** What a plan stands on is kept with it, so that a correction plans the lines anew that it concerns, and no others. */
export const planBasis = `
-- \`found\`: what the scan has found. \`workspace\`: how the workspace was then; where it is another one, all lines are planned anew.
create table plan_basis (
  workspace_id integer not null,
  import_id integer not null,
  found text not null,
  workspace text not null,
  primary key (workspace_id, import_id)
) strict, without rowid;

-- Which keys the lines of the file have: the filters of its parts, in pages.
create table plan_keys (
  workspace_id integer not null,
  import_id integer not null,
  part integer not null,
  page integer not null,
  keys blob not null,
  primary key (workspace_id, import_id, part, page)
) strict;

-- Accounts that the plan makes or changes, as its last line leaves them, and what they are recognised by.
create table planned_account (
  workspace_id integer not null,
  import_id integer not null,
  account_id integer not null,
  external_id text,
  name text,
  domain text,
  main_contact integer,
  primary key (workspace_id, import_id, account_id)
) strict, without rowid;

create table planned_account_key (
  workspace_id integer not null,
  import_id integer not null,
  kind integer not null,
  hash integer not null,
  account_id integer not null,
  primary key (workspace_id, import_id, kind, hash, account_id)
) strict, without rowid;
`;
