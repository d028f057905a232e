/** The columns that stand behind a file's own in a file of lines with errors. They are about the lines, and no part of the contacts. */
export const ERROR_COLUMNS = ["Line", "Error", "Fix"] as const;

/** How many of the columns are the file's own. */
export function ownColumns(headers: readonly string[]): number {
  const first = headers.length - ERROR_COLUMNS.length;
  const added = first > 0 && ERROR_COLUMNS.every((name, at) => headers[first + at] === name);
  return added ? first : headers.length;
}
