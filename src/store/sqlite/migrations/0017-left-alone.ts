/** What lines of a file say of something that was there before and is left as it is: later lines are held against it too. */
export const leftAlone = `
alter table file_contact add column is_left integer not null default 0;
`;
