/** The systems a workspace is connected to, and the tags it has: those that contacts have already, to begin with. */
export const sourcesAndTags = `
create table source (
  workspace_id integer not null,
  key text not null,
  name text not null,
  kind text not null,
  options text not null default '[]',
  primary key (workspace_id, key)
) strict, without rowid;

create table tag (
  workspace_id integer not null,
  key text not null,
  name text not null,
  made_by integer,
  primary key (workspace_id, key)
) strict, without rowid;

insert into tag (workspace_id, key, name)
select contact.workspace_id, tag_key(item.value), min(item.value)
from contact, json_each(contact.tags) as item where contact.tags is not null group by 1, 2;
`;
