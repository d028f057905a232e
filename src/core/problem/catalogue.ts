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
} as const satisfies Record<string, CatalogueEntry>;

export type ProblemCode = keyof typeof catalogue;
