/** Claims of requests and uploads end by themselves. Those there were have ended: no server ran while the schema was changed. */
export const claimsEnd = `
-- Until when the process has the request to itself, unless it says that it is still at it.
alter table idempotency add column held_until integer not null default 0;
alter table upload add column claimed_until integer;
`;
