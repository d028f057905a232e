/** Contacts, accounts, opportunities and pipelines, their keys, and what changed them outside of imports. */
export const objects = `
create table account (
  workspace_id bigint not null,
  account_id bigint not null,
  created_by bigint,
  created_line bigint,
  created_at bigint not null,
  updated_at bigint not null,
  external_id text collate "C",
  name text collate "C",
  domain text collate "C",
  owner text collate "C",
  managers text collate "C",
  notes text collate "C",
  main_contact bigint,
  custom jsonb,
  kept jsonb,
  primary key (workspace_id, account_id)
);

create table account_key (
  workspace_id bigint not null,
  kind bigint not null,
  hash bigint not null,
  account_id bigint not null,
  primary key (workspace_id, kind, hash, account_id)
);

create table bulk_change (
  workspace_id bigint not null,
  bulk_id bigint not null,
  at bigint not null,
  by text collate "C" not null,
  change text collate "C" not null,
  state text collate "C" not null,
  -- Which contacts are meant; null once all were looked at.
  choice text collate "C",
  seen_to bigint not null default 0,
  changed bigint not null default 0,
  unchanged bigint not null default 0,
  new_tags text collate "C" not null default '[]',
  ended_at bigint,
  undone_at bigint,
  undone_by text collate "C",
  undo_tally text collate "C" not null default '{"restored":0,"partly":0,"kept":0,"gone":0}',
  expired_at bigint,
  by_hand bigint not null default 0,
  primary key (workspace_id, bulk_id)
);

create table bulk_line (
  workspace_id bigint not null,
  bulk_id bigint not null,
  contact_id bigint not null,
  -- [before, after] by field; null = the contact was deleted.
  changes text collate "C",
  -- Of a contact that was deleted: its row, the accounts that it was the main contact of, its opportunities.
  image text collate "C",
  -- What its undo did; null = it was not undone.
  result text collate "C",
  wrote_at bigint,
  other_at bigint,
  sides text collate "C",
  primary key (workspace_id, bulk_id, contact_id)
);

create table contact (
  workspace_id bigint not null,
  contact_id bigint not null,
  created_by bigint,
  created_line bigint,
  created_at bigint not null,
  updated_at bigint not null,
  external_id text collate "C",
  full_name text collate "C",
  first_name text collate "C",
  last_name text collate "C",
  email text collate "C",
  additional_emails text collate "C",
  phone text collate "C",
  additional_phones text collate "C",
  linkedin_url text collate "C",
  website text collate "C",
  job_title text collate "C",
  account_id text collate "C",
  account_name text collate "C",
  account_domain text collate "C",
  position text collate "C",
  main_contact text collate "C",
  birthday text collate "C",
  street text collate "C",
  city text collate "C",
  state text collate "C",
  postal_code text collate "C",
  country text collate "C",
  tags text collate "C",
  owner text collate "C",
  followers text collate "C",
  notes text collate "C",
  do_not_touch text collate "C",
  email_opt_out text collate "C",
  sms_opt_out text collate "C",
  phone_verification_result text collate "C",
  phone_verification_provider text collate "C",
  phone_type text collate "C",
  phone_intent_score text collate "C",
  custom jsonb,
  kept jsonb,
  account bigint,
  primary key (workspace_id, contact_id)
);

create table contact_key (
  workspace_id bigint not null,
  kind bigint not null,
  hash bigint not null,
  contact_id bigint not null,
  primary key (workspace_id, kind, hash, contact_id)
);

create table contact_merge (
  workspace_id bigint not null,
  merge_id bigint not null,
  kept bigint not null,
  at bigint not null,
  by text collate "C" not null,
  -- What the merge changed, on the contact that is kept and on accounts.
  decision text collate "C" not null,
  -- Opportunities that moved to the contact that is kept: [number, the contact they were of].
  opportunities text collate "C" not null default '[]',
  -- When the contact that is kept was changed last before.
  kept_updated_at bigint not null,
  undone_at bigint,
  undone_by text collate "C",
  primary key (workspace_id, merge_id)
);

create table contact_search (
  workspace_id bigint not null,
  contact_id bigint not null,
  -- What a search looks at.
  texts text collate "C" not null,
  -- What only filters ask for.
  others text collate "C" not null,
  primary key (workspace_id, contact_id)
);

create table merged_contact (
  workspace_id bigint not null,
  merge_id bigint not null,
  contact_id bigint not null,
  image text collate "C" not null,
  primary key (workspace_id, merge_id, contact_id)
);

create table not_duplicate (
  workspace_id bigint not null,
  low bigint not null,
  high bigint not null,
  by text collate "C" not null,
  at bigint not null,
  primary key (workspace_id, low, high)
);

create table object_change (
  workspace_id bigint not null,
  object text collate "C" not null,
  number bigint not null,
  import_id bigint not null,
  line bigint not null,
  count bigint not null default 1,
  primary key (workspace_id, object, number, import_id, line)
);

create table opportunity (
  workspace_id bigint not null,
  opportunity_id bigint not null,
  created_by bigint,
  created_line bigint,
  created_at bigint not null,
  updated_at bigint not null,
  external_id text collate "C",
  name text collate "C",
  contact bigint,
  account bigint,
  pipeline bigint,
  stage bigint,
  value text collate "C",
  status text collate "C",
  owner text collate "C",
  source text collate "C",
  close_date text collate "C",
  notes text collate "C",
  custom jsonb,
  kept jsonb,
  primary key (workspace_id, opportunity_id)
);

create table opportunity_key (
  workspace_id bigint not null,
  kind bigint not null,
  hash bigint not null,
  opportunity_id bigint not null,
  primary key (workspace_id, kind, hash, opportunity_id)
);

create table pipeline (
  workspace_id bigint not null,
  pipeline_id bigint not null,
  created_by bigint,
  created_line bigint,
  created_at bigint not null,
  updated_at bigint not null,
  external_id text collate "C",
  name text collate "C",
  is_default text collate "C",
  primary key (workspace_id, pipeline_id)
);

create table search_mark (
  workspace_id bigint primary key,
  known_to bigint not null
);

create table search_stale (
  workspace_id bigint not null,
  contact_id bigint not null,
  primary key (workspace_id, contact_id)
);

create table side_change (
  workspace_id bigint not null,
  import_id bigint not null,
  line bigint not null,
  object text collate "C" not null,
  number bigint not null,
  -- Field -> [before, after]; null = the line made the object.
  changes text collate "C",
  -- What an undo has made of it; null = nothing yet.
  undone text collate "C",
  primary key (workspace_id, import_id, line, object, number)
);

create table stage (
  workspace_id bigint not null,
  stage_id bigint not null,
  created_by bigint,
  created_line bigint,
  created_at bigint not null,
  updated_at bigint not null,
  pipeline bigint,
  stage_name text collate "C",
  position text collate "C",
  is_closed_won text collate "C",
  is_closed_lost text collate "C",
  custom jsonb,
  kept jsonb,
  primary key (workspace_id, stage_id)
);

create table stage_key (
  workspace_id bigint not null,
  kind bigint not null,
  hash bigint not null,
  stage_id bigint not null,
  primary key (workspace_id, kind, hash, stage_id)
);

create table tag (
  workspace_id bigint not null,
  key text collate "C" not null,
  name text collate "C" not null,
  made_by bigint,
  primary key (workspace_id, key)
);
create index bulk_change_many on bulk_change (workspace_id, bulk_id) where by_hand = 0;
create index bulk_change_open on bulk_change (workspace_id, bulk_id) where state in ('running', 'undoing');
create index bulk_line_contact on bulk_line (workspace_id, contact_id);
create index contact_merge_kept on contact_merge (workspace_id, kept);
create index merged_contact_number on merged_contact (workspace_id, contact_id);
create index opportunity_account on opportunity (workspace_id, account) where account is not null;
create index side_change_object on side_change (workspace_id, object, number, import_id, line);
-- Which contacts have left an account: who takes the account away looks whether they may come back.
create index side_change_left on side_change (workspace_id, (changes::json -> 'account' ->> 0))
  where object = 'contact' and (changes::json -> 'account' ->> 0) is not null;
create index contact_search_texts on contact_search using gin (workspace_id, texts gin_trgm_ops, others gin_trgm_ops);
`;
