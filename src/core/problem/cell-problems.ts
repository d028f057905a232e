/** Findings about one cell: it is not written, the rest of its row is. */
import type { CatalogueEntry } from "./catalogue-entry.ts";

export const cellProblems = {
  date_unreadable: {
    kind: "cell",
    title: "Could not read the date",
    cause: "The text is not in one of the date formats that are read, or there is no such day in the calendar.",
    fix: "Write the date as YYYY-MM-DD, such as 2024-09-08; or, where a birthday's year has two digits, say in which order day and month stand (--date-order DMY).",
  },
  main_contact_repeated: {
    kind: "cell",
    title: "Another line names the main contact of this account",
    cause:
      "An account has one main contact, and two lines of the file make theirs the main one. The last of them counts.",
    fix: "Nothing needs to be done if the last line is right. If it is not, mark one line of the account only, and import the file again.",
  },
  main_contact_nowhere: {
    kind: "cell",
    title: "A main contact without an account",
    cause: "The line makes its contact the main one of its account, and the contact belongs to no account.",
    fix: "Give the line the id or name of the contact's account, and import it again.",
  },
  default_pipeline_repeated: {
    kind: "cell",
    title: "Another line names the default pipeline",
    cause:
      "A workspace has one default pipeline, and lines of the file make two the default one. The last word counts.",
    fix: "Nothing needs to be done if the last one is right. If it is not, mark one pipeline only, and import the file again.",
  },
  pipeline_name_repeated: {
    kind: "cell",
    title: "Another line calls this pipeline otherwise",
    cause: "Lines with the same pipeline id give it different names. The last one counts.",
    fix: "Nothing needs to be done if the last name is right. If it is not, correct the lines, and import the file again.",
  },
  date_order_unknown: {
    kind: "cell",
    title: "Day and month could be either way round",
    cause:
      "No date of the column has a day above 12, or the column has some of each order, so that 03/04 may be in March or in April.",
    fix: "Say which order the file uses (--date-order MDY, DMY or YMD), or write the dates as YYYY-MM-DD.",
  },
  number_unreadable: {
    kind: "cell",
    title: "Could not read the number",
    cause: "The text is not a number, or its point and comma could mean either decimals or thousands.",
    fix: "Write the number with digits and one decimal mark, such as 1234.50.",
  },
  currency_differs: {
    kind: "cell",
    title: "The amount is in another currency",
    cause:
      "The amount, or a column of currencies beside it, names another currency than the column of amounts, and a field of money keeps amounts alone.",
    fix: "The amount is kept as it stands. Convert it, or give amounts of that currency a field of their own.",
  },
  option_unknown: {
    kind: "cell",
    title: "Not one of the field's options",
    cause: "The field offers a fixed list of options, and the text is none of them.",
    fix: "Use one of the field's options (muster fields lists them), or add this one to a field of your own, or let imports do so (--set createOptions=yes). The status of an opportunity is open, won or lost.",
  },
  url_invalid: {
    kind: "cell",
    title: "Invalid web address",
    cause: "The text does not have the form of a web address.",
    fix: "Write the address as https://example.com, or empty the cell.",
  },
  linkedin_url_invalid: {
    kind: "cell",
    title: "Not a LinkedIn profile address",
    cause:
      "The text is not the address of a person's LinkedIn profile; that of a company, a post or a search cannot stand for a person.",
    fix: "Use the address of the profile page, such as https://www.linkedin.com/in/ann-example.",
  },
  yes_no_unreadable: {
    kind: "cell",
    title: "Could not read yes or no",
    cause: "The field takes yes or no, and the text is neither.",
    fix: "Write yes or no, true or false, or 1 or 0; or say what the word means (--map 'Header=field{word:yes}').",
  },
  country_unknown: {
    kind: "cell",
    title: "Country not recognised",
    cause: "The text is neither a country's name nor its ISO 3166 code.",
    fix: "Write the country's English name or its two-letter code, such as Germany or DE.",
  },
  owner_not_found: {
    kind: "cell",
    title: "Owner not found",
    cause:
      "No member of the workspace has the name or email address that the cell gives for the contact's owner or a follower. Which of the two is looked for is the policy key owner.",
    fix: "Correct the name or address, or add the member (muster members add ann@example.com --name 'Ann Smith'), and import the line again.",
  },
  owner_ambiguous: {
    kind: "cell",
    title: "Several members have this name",
    cause: "Two or more members of the workspace share the name, so that it is not known which of them is meant.",
    fix: "Write the email address of the member who is meant instead of the name, and import the line again.",
  },
  account_manager_not_found: {
    kind: "cell",
    title: "Account manager not found; check the email.",
    cause:
      "No member of the workspace has the email address that is given for the account manager. The other managers of the cell are written.",
    fix: "Create a member with that email address (muster members add ann@example.com --name 'Ann Smith') or correct the address, and import the line again.",
  },
  row_mended: {
    kind: "cell",
    title: "The row was put right while it was read",
    cause:
      "A value holds the delimiter without being quoted, or a quote opens nothing, and exactly one reading of the line leaves every column with what it holds in the other rows.",
    fix: "Check the contact. If it was read wrongly, put quotes around the value in the file and import the line again.",
  },
  placeholder_ignored: {
    kind: "cell",
    title: "A placeholder counts as an empty cell",
    cause:
      "The cell holds a word or a mark that says there is no value, such as n/a, -, unknown or (blank), in a field that no such word can be a value of.",
    fix: "Nothing needs to be done if there is no value. Else fill in the cell and import the line again.",
  },
  companies_several: {
    kind: "cell",
    title: "Several companies in one cell",
    cause: "The cell names more than one company, and a contact has one account. The first is taken.",
    fix: "Nothing needs to be done if the first is the contact's company. Else leave only the right one in the cell and import the line again.",
  },
  spreadsheet_damage: {
    kind: "cell",
    title: "The spreadsheet program damaged this value",
    cause:
      "The cell shows what a spreadsheet program made of the value, such as 4.479E+11, 45292 for a date or #NAME?, and the digits or letters it dropped cannot be had back.",
    fix: "Export the file again and import it without opening it in a spreadsheet, or format the column as text before you save; a column of dates that shows such numbers, as date.",
  },
  text_undecodable: {
    kind: "cell",
    title: "Some characters could not be decoded",
    cause:
      "The cell holds bytes that are no characters in the file's encoding, shown as \\xC3, and no other encoding makes sense of them.",
    fix: "Say which encoding the file has (--encoding windows-1252), or save the file as UTF-8 and import it again.",
  },
  owner_kept: {
    kind: "cell",
    title: "The contact keeps its owner",
    cause: "The contact already has an owner, and this import does not override owners.",
    fix: "Nothing needs to be done if the owner should stay. To change it, import with overrideOwners set to yes (--set overrideOwners=yes).",
  },
  opt_out_kept: {
    kind: "cell",
    title: "An opt-out is never lowered by an import",
    cause: "The contact has opted out or must not be touched, and the file says otherwise.",
    fix: "Nothing needs to be done if that should stay. If the contact has agreed anew, import with lowerOptOuts set to yes (--set lowerOptOuts=yes).",
  },
  field_owned_by_source: {
    kind: "cell",
    title: "Another source owns this field",
    cause:
      "The workspace is connected to a source that keeps this field up to date, and what an import wrote there would be overwritten.",
    fix: "Change the value in the source named. Which source owns what is the policy key authorityMatrix (muster sources); in the app Settings → Connected sources.",
  },
  phone_details_unkept: {
    kind: "cell",
    title: "What the line says of its phone number is not kept",
    cause:
      "The verification, type and score on a line are of the line's phone number. They are kept for the contact's first number, and the line has none, another one, or one that could not be read.",
    fix: "Nothing needs to be done if the contact's first number is right. Otherwise correct the number on the line and import it again.",
  },
  tag_unknown: {
    kind: "cell",
    title: "Not one of the workspace's tags",
    cause: "The line has a tag that the workspace does not have, and imports do not make tags here.",
    fix: "Use one of the workspace's tags (muster tags lists them), add this one (muster tags add NAME), or let imports make tags (createTags).",
  },
  list_too_long: {
    kind: "cell",
    title: "Too many values in one cell",
    cause: "The cell holds more than 10,000 values, far more than a contact can have of anything.",
    fix: "Shorten the cell. If it seems to hold several lines of the file, a quote is open somewhere in it.",
  },
  planned_differently: {
    kind: "cell",
    title: "The contact changed after the plan was shown",
    cause:
      "Somebody changed the workspace between the plan and the run, so this line was planned again and came out differently.",
    fix: "Look at what the line did, and undo it if that is not what you want.",
  },
} as const satisfies Record<string, CatalogueEntry>;
