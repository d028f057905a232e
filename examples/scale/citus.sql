-- Spreads Muster's tables over the nodes of a Citus cluster by workspace. Run it once on the coordinator as the owner of the database,
-- when Muster has made its schema (any command with DATABASE_URL does) and before there are contacts. See docs/scale.md.

-- Lock and idle times that a transaction says for itself hold on the nodes, too.
do $$ begin execute format('alter database %I set citus.propagate_set_commands = ''local''', current_database()); end $$;

-- A slug is given once among all workspaces, and every node may be asked for one.
select create_reference_table('workspace_slug');

-- Stay on the coordinator: muster_schema, which processes that start hold while they bring the schema up to date, and those of
-- people who sign in (sign_in_account, sign_in_session, sign_in_user, sign_in_verification), which the servers make.

select create_distributed_table('workspace', 'workspace_id');
select create_distributed_table('account', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('account_key', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('api_key', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('bulk_change', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('bulk_line', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('contact', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('contact_key', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('contact_merge', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('contact_search', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('delivery_lane', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('erased_block', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('erasure', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('field', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('file_contact', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('file_contact_key', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('file_duplicate', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('file_key', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('file_to_drop', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('idempotency', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('import', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('import_job', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('ledger_block', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('ledger_line', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('member', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('merged_contact', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('not_duplicate', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('notification', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('notification_profile', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('object_change', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('opportunity', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('opportunity_key', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('outbox', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('pipeline', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('plan_basis', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('plan_block', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('plan_keys', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('plan_line', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('planned_account', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('planned_account_key', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('policy_change', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('profile', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('retried_line', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('run_key', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('saved_mapping', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('saved_view', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('search_mark', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('search_stale', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('side_change', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('source', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('stage', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('stage_key', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('tag', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('undo_line', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('upload', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('upload_rows', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('webhook_endpoint', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('workflow', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('workflow_queue', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('workflow_run', 'workspace_id', colocate_with => 'workspace');
select create_distributed_table('workflow_step', 'workspace_id', colocate_with => 'workspace');
