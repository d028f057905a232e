/**
 * Every code that Muster can say about a row, a cell, a file or a request: one closed table from which pages, API,
 * command line, error files and docs/problems.md are made. `title` uses the reference systems' own words where they have them.
 */

/** `row`: the row is not written unless the policy says otherwise. `cell`: that cell is not written. `refusal`: the request or file is turned away whole. */
type ProblemKind = "row" | "cell" | "refusal";

export type CatalogueEntry = {
  readonly kind: ProblemKind;
  readonly title: string;
  readonly cause: string;
  readonly fix: string;
};

export const catalogue = {
  // rows
  required_fields_missing: {
    kind: "row",
    title: "Required fields to create/update contacts are missing",
    cause: "",
    fix: "",
  },
  duplicate_phone: { kind: "row", title: "Duplicate phone found", cause: "", fix: "" },
  duplicate_email: { kind: "row", title: "Duplicate email found", cause: "", fix: "" },
  in_file_duplicate: { kind: "row", title: "Another line of the file is the same contact", cause: "", fix: "" },
  contact_not_in_workspace: {
    kind: "row",
    title: "Contact is not valid or not in your sub-account",
    cause: "",
    fix: "",
  },
  ambiguous_match: { kind: "row", title: "Several contacts match this line", cause: "", fix: "" },
  conflicting_match: { kind: "row", title: "This line points at two different contacts", cause: "", fix: "" },
  already_exists: { kind: "row", title: "The contact already exists", cause: "", fix: "" },
  no_match: { kind: "row", title: "No contact matches this line", cause: "", fix: "" },
  id_missing: { kind: "row", title: "The contact id is empty", cause: "", fix: "" },
  id_unknown: { kind: "row", title: "The contact id is not known in this workspace", cause: "", fix: "" },
  email_invalid: { kind: "row", title: "Invalid email address", cause: "", fix: "" },
  phone_unreadable: { kind: "row", title: "Could not read the phone number", cause: "", fix: "" },
  ragged_row: { kind: "row", title: "The row has more or fewer cells than the header", cause: "", fix: "" },
  cell_too_large: { kind: "row", title: "A cell is too large", cause: "", fix: "" },
  // cells
  date_unreadable: { kind: "cell", title: "Could not read the date", cause: "", fix: "" },
  date_order_unknown: { kind: "cell", title: "Day and month could be either way round", cause: "", fix: "" },
  number_unreadable: { kind: "cell", title: "Could not read the number", cause: "", fix: "" },
  option_unknown: { kind: "cell", title: "Not one of the field's options", cause: "", fix: "" },
  url_invalid: { kind: "cell", title: "Invalid web address", cause: "", fix: "" },
  linkedin_url_invalid: { kind: "cell", title: "Not a LinkedIn profile address", cause: "", fix: "" },
  yes_no_unreadable: { kind: "cell", title: "Could not read yes or no", cause: "", fix: "" },
  country_unknown: { kind: "cell", title: "Country not recognised", cause: "", fix: "" },
  owner_not_found: { kind: "cell", title: "Owner not found", cause: "", fix: "" },
  spreadsheet_damage: { kind: "cell", title: "The spreadsheet program damaged this value", cause: "", fix: "" },
  text_undecodable: { kind: "cell", title: "Some characters could not be decoded", cause: "", fix: "" },
  owner_kept: { kind: "cell", title: "The contact keeps its owner", cause: "", fix: "" },
  opt_out_kept: { kind: "cell", title: "An opt-out is never lowered by an import", cause: "", fix: "" },
  // files that cannot be read on
  file_missing: {
    kind: "refusal",
    title: "There is no such file",
    cause: "Nothing is stored under the path that was given, or it was removed or renamed meanwhile.",
    fix: "Check the spelling and the folder, then try again.",
  },
  file_is_directory: {
    kind: "refusal",
    title: "This is a folder, not a file",
    cause: "The path names a folder, and rows can only be read from a file.",
    fix: "Name one file in it.",
  },
  file_unreadable: {
    kind: "refusal",
    title: "The file cannot be read",
    cause: "The operating system refused to open or read the file: a missing permission, a lock or a failing disk.",
    fix: "Check the file's permissions and that no other program holds it, then try again.",
  },
  file_empty: {
    kind: "refusal",
    title: "The file is empty",
    cause: "The file holds no row, not even a header: no bytes at all, or only blank lines.",
    fix: "Export the contacts again and check that the new file is not empty.",
  },
  file_not_text: {
    kind: "refusal",
    title: "This is not a text file",
    cause: "The content is that of another kind of file, whatever its name ends in.",
    fix: "Open it in the program it belongs to and save it as CSV (UTF-8).",
  },
  file_changed: {
    kind: "refusal",
    title: "The file changed while it was read",
    cause: "Another program wrote to the file, so that its rows no longer stand where they stood.",
    fix: "Wait until the other program has finished, or copy the file, and start again.",
  },
  unclosed_quote: {
    kind: "refusal",
    title: "A quote is never closed",
    cause:
      "A cell starts with a quote that does not end in front of a delimiter or a line end, so that the lines below it would all be read as part of that one cell.",
    fix: "Close the quote on the line named, or double quotes that are part of a value, or say that the file has no quotes.",
  },
  row_too_long: {
    kind: "refusal",
    title: "A row is too long",
    cause: "One row is longer than any table of contacts needs: often a file without line ends, or not a table at all.",
    fix: "Check on the line named that the file is a CSV with one contact per line.",
  },
  too_many_columns: {
    kind: "refusal",
    title: "A row has too many columns",
    cause: "One row has more cells than any spreadsheet can hold, often because the delimiter is the wrong one.",
    fix: "Say which delimiter the file uses, or check the line named.",
  },
  encoding_unknown: {
    kind: "refusal",
    title: "No such encoding",
    cause: "The name is not a label of the WHATWG Encoding Standard, which names every encoding that browsers read.",
    fix: "Use a name such as utf-8, utf-16le, windows-1252, iso-8859-2, shift_jis, gbk or big5.",
  },
  delimiter_invalid: {
    kind: "refusal",
    title: "This cannot be a delimiter",
    cause: "A delimiter is one character that is neither the quote nor a line end.",
    fix: "Give one character, such as , ; | or tab.",
  },
  quote_invalid: {
    kind: "refusal",
    title: "This cannot be a quote",
    cause: "A quote is one character or nothing, and it is escaped by itself or by a backslash.",
    fix: "Give one character, such as \" or ', or an empty text for a file without quotes.",
  },
  // columns and fields
  columns_unmapped: {
    kind: "refusal",
    title: "Please ensure all mandatory fields are mapped",
    cause: "Columns of the file are mapped to nothing, and this workspace asks before their data is left out.",
    fix: "Either map all fields or choose Don't import data for unmapped columns.",
  },
  columns_refused: {
    kind: "refusal",
    title: "The file has columns that no field is known for",
    cause: "This workspace takes only files whose every column is mapped to a field.",
    fix: "Map the columns named, ignore them one by one, or remove them from the file.",
  },
  header_required: {
    kind: "refusal",
    title: "The file has no header row",
    cause: "This workspace takes only files whose first row names the columns.",
    fix: "Add a header row, or say that the first row is one.",
  },
  columns_none_mapped: {
    kind: "refusal",
    title: "No column corresponds to a field",
    cause: "At least one column must correspond to a field of the workspace, and none of the headers is known.",
    fix: "Map a column by hand, or start from the template, whose headers map by themselves.",
  },
  required_columns_missing: {
    kind: "refusal",
    title: "Required columns are missing",
    cause: "The mapped columns are not enough to create a contact or to find an existing one.",
    fix: "Map the fields named, or add their columns to the file.",
  },
  field_unknown: {
    kind: "refusal",
    title: "There is no such field",
    cause: "The name is neither the key nor the label of a field of the workspace.",
    fix: "Use one of the fields named, or create the field first.",
  },
  mapping_invalid: {
    kind: "refusal",
    title: "The mapping does not fit the file",
    cause: "A column that the mapping names is not in the file, or the mapping cannot be read.",
    fix: "Write Header=field with a header of the file, or #3=field for its third column.",
  },
  // the data folder
  store_busy: { kind: "refusal", title: "The data folder is busy", cause: "", fix: "" },
  store_newer: { kind: "refusal", title: "The data folder is of a newer version", cause: "", fix: "" },
  store_read_only: { kind: "refusal", title: "The data folder cannot be written to", cause: "", fix: "" },
  store_damaged: { kind: "refusal", title: "The data folder is damaged", cause: "", fix: "" },
  disk_full: { kind: "refusal", title: "The disk is full", cause: "", fix: "" },
} as const satisfies Record<string, CatalogueEntry>;

export type ProblemCode = keyof typeof catalogue;
