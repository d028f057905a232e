/**
 * Updated lines are packed like created ones; which lines changed a contact stands in a narrow table of its own, so that its
 * history is found without the lines being rows.
 */
export const packedUpdates = `
alter table ledger_block add column changes text;
alter table plan_block add column changes text;

-- A contact's history: the lines that changed it.
create table contact_change (
  workspace_id integer not null,
  contact_id integer not null,
  import_id integer not null,
  line integer not null,
  primary key (workspace_id, contact_id, import_id, line)
) strict, without rowid;

insert into contact_change (workspace_id, contact_id, import_id, line)
select workspace_id, contact_id, import_id, line from ledger_line where changes is not null and contact_id is not null;

drop index ledger_change;
`;
