/**
 * Which line of an import puts right which line of an earlier one; what became of it is in the ledger of the import that tried.
 * And which custom data a field was made of, so that its values keep their origin.
 */
export const retriesAndPromotions = `
create table retried_line (
  workspace_id integer not null,
  import_id integer not null,
  line integer not null,
  of_import integer not null,
  of_line integer not null,
  primary key (workspace_id, import_id, line)
) strict, without rowid;

create unique index retried_of on retried_line (workspace_id, of_import, of_line, import_id);

alter table field add column promoted_from text;
`;
