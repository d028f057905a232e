/** Less to write for each contact that an import changes. */
export const changesInRuns = `
-- Whoever updates contacts notes them for the search index: a trigger looked at each of them.
drop trigger contact_texts_changed;

-- A row is about \`count\` objects from \`number\` on, and as many lines from \`line\` on.
alter table object_change add column count integer not null default 1;
`;
