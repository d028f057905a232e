/** Whether anything but bulk changes has written to a contact since, whichever of them has written to it last. */
export const bulkWrites = `
-- When it wrote to the contact, or took that back; null = it was written before this was kept.
alter table bulk_line add column wrote_at integer;
-- When anything but a bulk change had written to the contact last.
alter table bulk_line add column other_at integer;
`;
