/** The columns that Muster adds to a file of lines with errors, behind the file's own. */
export const ERROR_COLUMNS = ["Line", "Error", "Fix"] as const;
