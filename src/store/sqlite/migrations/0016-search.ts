/**
 * How contacts are found without looking at all of them: an index of what they are searched by, which is kept up behind the
 * writers; and how many there are.
 */
export const search = `
-- Every three characters in a row of a contact's texts. Row: number of the workspace << 40 | number of the contact. It answers
-- which contacts may have a text, and they are looked at before they are believed.
create virtual table contact_search using fts5(texts, content = '', contentless_delete = 1, detail = none, tokenize = 'trigram');

-- Contacts up to this number were taken up.
create table search_mark (
  workspace_id integer primary key,
  known_to integer not null
) strict;

-- Contacts up to the mark that have changed since they were taken up.
create table search_stale (
  workspace_id integer not null,
  contact_id integer not null,
  primary key (workspace_id, contact_id)
) strict, without rowid;

create trigger contact_texts_changed after update of full_name, first_name, last_name, email, additional_emails, phone, account_name,
  external_id, tags, owner, city, account_id, account_domain on contact
when (old.full_name is not new.full_name or old.first_name is not new.first_name or old.last_name is not new.last_name
  or old.email is not new.email or old.additional_emails is not new.additional_emails or old.phone is not new.phone
  or old.account_name is not new.account_name or old.external_id is not new.external_id or old.tags is not new.tags
  or old.owner is not new.owner or old.city is not new.city or old.account_id is not new.account_id
  or old.account_domain is not new.account_domain)
  and new.contact_id <= (select known_to from search_mark where workspace_id = new.workspace_id)
begin
  insert or ignore into search_stale (workspace_id, contact_id) values (new.workspace_id, new.contact_id);
end;

alter table workspace add column contacts integer not null default 0;
update workspace set contacts = (select count(*) from contact where contact.workspace_id = workspace.workspace_id);

create trigger contact_gone after delete on contact
begin
  update workspace set contacts = contacts - 1 where workspace_id = old.workspace_id;
  insert or ignore into search_stale (workspace_id, contact_id)
  select old.workspace_id, old.contact_id from search_mark
  where workspace_id = old.workspace_id and known_to >= old.contact_id;
end;
`;
