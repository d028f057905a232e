/** Whose a stored file is, is asked each time one is dropped: by indexes, not by reading the settings of every import. */
export const storedFiles = `
create index import_source on import (settings ->> '$.source.key');
create index import_original on import (settings ->> '$.source.original.key')
  where settings ->> '$.source.original.key' is not null;
create index import_fixes on import (settings ->> '$.fixes.key') where settings ->> '$.fixes.key' is not null;
`;
