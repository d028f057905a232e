/** Erasures that are asked for and looked at first, and done by workers. Those there were are done. */
export const erasureRequests = `
alter table erasure add column state text not null default 'erased';
alter table erasure add column ended_at integer;
-- Others who name them, as a JSON document; null = nobody has looked.
alter table erasure add column mentions text;
-- Why it was not done, as a JSON document.
alter table erasure add column refusal text;
-- The process that is at it, and until when others leave it to that.
alter table erasure add column claimed_by text;
alter table erasure add column claimed_until integer;
update erasure set ended_at = at;
create index erasure_open on erasure (workspace_id, erasure_id) where state in ('planning', 'erasing');
`;
