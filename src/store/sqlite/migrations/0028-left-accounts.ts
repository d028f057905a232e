/** Which contacts have left an account: who takes the account away looks whether they may come back. */
export const leftAccounts = `
create index side_change_left on side_change (workspace_id, json_extract(changes, '$.account[0]'))
  where object = 'contact' and json_extract(changes, '$.account[0]') is not null;
`;
