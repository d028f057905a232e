/** Whether an account has opportunities is asked before it goes. */
export const opportunitiesOfAccounts = `
create index opportunity_account on opportunity (workspace_id, account) where account is not null;
`;
