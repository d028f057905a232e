/** An upload becomes one import, however many requests ask for that at once. */
export const uploadClaims = `
-- The process that makes an import of it; null = nobody does.
alter table upload add column claimed_by text;
`;
