/** The undo of a line of `object_change`, there called `line`: what was put back changes nothing any more. */
export const UNDONE_LINE = `select 1 from undo_line where undo_line.workspace_id = line.workspace_id
  and undo_line.import_id = line.import_id and undo_line.object = line.object and undo_line.line = line.line
  and undo_line.result = 'restored'`;
