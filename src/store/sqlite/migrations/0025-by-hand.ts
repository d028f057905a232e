/** Contacts that are made and changed by hand: changes of one contact, beside those of many, with what they did to accounts. */
export const byHand = `
alter table bulk_change add column by_hand integer not null default 0;

-- Those of many contacts, which are listed.
create index bulk_change_many on bulk_change (workspace_id, bulk_id) where by_hand = 0;

-- What was done to accounts beside the contact, as JSON; null = nothing.
alter table bulk_line add column sides text;
`;
