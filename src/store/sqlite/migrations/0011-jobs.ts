/** What is wanted of imports in the background. */
export const jobs = `
create table import_job (
  workspace_id integer not null,
  import_id integer not null,
  kind text not null,
  -- The wish as a JSON document.
  wish text not null,
  asked_by text not null,
  asked_at integer not null,
  due_at integer not null,
  tries integer not null default 0,
  -- How far the import was when the last attempt began.
  mark text,
  fault text,
  progress text,
  holder text,
  held_until integer,
  primary key (workspace_id, import_id)
) strict, without rowid;
`;
