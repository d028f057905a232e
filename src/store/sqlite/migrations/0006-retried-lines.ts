/** Which line of an import puts right which line of an earlier one. What became of it is in the ledger of the import that tried. */
export const retriedLines = `
create table retried_line (
  workspace_id integer not null,
  import_id integer not null,
  line integer not null,
  of_import integer not null,
  of_line integer not null,
  primary key (workspace_id, import_id, line)
) strict, without rowid;

create unique index retried_of on retried_line (workspace_id, of_import, of_line, import_id);
`;
