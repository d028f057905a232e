/** What to do next, for a person at a page: which step, button or setting, where the catalogue names commands, options or policy keys. */
import type { ProblemCode } from "../core/problem/catalogue.ts";

const POLICY = "Settings → Policy";
const ANOTHER_KEY = "Make another one under Settings → API keys.";
const PIPELINES_FIRST = "import the pipelines first: Settings → Pipelines has a template for them.";

export const FIX_ON_PAGE: Partial<Record<ProblemCode, string>> = {
  // lines and cells
  required_fields_missing: `Fill in the fields named, or see in the step Columns whether their columns are mapped. Which fields are required is said under ${POLICY}.`,
  duplicate_phone: `Give each person their own number or remove the surplus line. Whether such lines are accepted is said under ${POLICY}.`,
  duplicate_email: `Give each person their own address or remove the surplus line. Whether such lines are accepted is said under ${POLICY}.`,
  in_file_duplicate: `Compare this line with the one named and keep a single line with the right values. Which line counts, and what lines are recognised by, is said under ${POLICY}.`,
  contact_not_in_workspace:
    "Correct what the line is recognised by, such as its id or email address. To create what is not found, choose in the step Columns to create and update, and not to import the id where it is another workspace's.",
  conflicting_match:
    "Correct the value that belongs to another one, or merge those that are named if they are the same.",
  contradicting_match: `If it is the same one, correct the value that differs. If several may share such a value, take what they share out of what lines are recognised by under ${POLICY}.`,
  already_exists:
    "Nothing needs to be done if it should stay as it is. To change it, choose “Update what is there” in the step Columns.",
  contact_made_by_source:
    "Add the contact in the source named, and import the line again once it is here. Settings → Connected sources says who owns the main information.",
  no_match:
    "Check the values the line is recognised by, or choose in the step Columns to create and update, so that what is not found is created.",
  account_unknown: `Correct the line, or import the account first. Whether imports make accounts is said under ${POLICY}.`,
  pipeline_unknown: `Correct the pipeline on the line, or ${PIPELINES_FIRST}`,
  pipeline_missing: `Put the line aside and ${PIPELINES_FIRST}`,
  stage_unknown:
    "Correct the stage on the line, or add it to the pipeline: export the pipelines, add a line, and import that file.",
  phone_unreadable:
    "Leave nothing but the number in the cell, and write it with + and its country code, such as +1 415 555 0100; or choose in the step Columns which country numbers without one belong to.",
  date_unreadable:
    "Write the date as YYYY-MM-DD, such as 2024-09-08; or, where a birthday's year has two digits, choose in the step Columns in which order day and month stand.",
  date_order_unknown:
    "Choose in the step Columns how dates such as 04/05/2026 are to be read, or write the dates as YYYY-MM-DD.",
  option_unknown:
    "Choose in the step Columns, under the column's values, what it becomes, or add the option to a field of your own under Settings → Fields. An opportunity is open, won or lost.",
  yes_no_unreadable:
    "Write yes or no, true or false, or 1 or 0; or choose in the step Columns, under the column's values, what it becomes.",
  country_unknown:
    "Write the country's English name or its two-letter code, such as Germany or DE; or choose it in the step Columns, under the column's values.",
  owner_not_found:
    "Correct the name or address, choose a member in the step Columns, under the column's values, or add the person under Settings → Members.",
  account_manager_not_found:
    "Add a member with that email address under Settings → Members, or correct the address, and import the line again.",
  text_undecodable: "Choose the file's encoding in the step File, or save the file as UTF-8 and import it again.",
  owner_kept:
    "Nothing needs to be done if the owner should stay. To change it, choose “Override existing contact owners” in the step Columns.",
  opt_out_kept: `Nothing needs to be done if that should stay. If the contact has agreed anew, allow imports to say so under ${POLICY}.`,
  field_owned_by_source:
    "Change the value in the source named. Settings → Connected sources says which source owns what.",
  tag_unknown: `Use one of the workspace's tags, add this one under Settings → Tags, or let imports make tags under ${POLICY}.`,
  // who asks
  signed_out: "Sign in.",
  key_unknown: ANOTHER_KEY,
  key_expired: ANOTHER_KEY,
  key_revoked: ANOTHER_KEY,
  key_not_there: "Choose one of the list.",
  member_unknown: "Choose a member that is there, or add them under Settings → Members.",
  workspace_unknown: "Choose one of your workspaces at the top left.",
  cross_site: "Open the page under the server's own address.",
  password_needed: "Give the present password as well, or sign in by a link first.",
  // what is meant
  import_unknown: "Choose one of the list of imports, and see that you are in the right workspace.",
  receipt_unreadable: "Give the receipt as it was downloaded from the page of the import.",
  line_unknown: "Choose a line of the import's ledger.",
  contact_unknown: "Look for the contact in the list of contacts.",
  account_not_found: "Look for the account in the list of accounts.",
  opportunity_unknown: "Look for the opportunity in the list of opportunities.",
  pipeline_not_found: "Settings → Pipelines shows those that there are.",
  merge_unknown: "The page of a contact shows which contacts were merged into it.",
  embed_token_unknown: "Open the page again.",
  embed_token_expired: "Open the page again.",
  embed_not_allowed: "Open Muster itself, or ask whoever runs the page.",
  embed_origin_refused: "Tell whoever runs this page: its origin has to stand in the token.",
  embed_not_shown: "Load the page again.",
  erasure_unknown: "Choose one that Settings → Erased people lists, or ask for it again.",
  bulk_change_unknown: "Choose one that Contacts → Bulk changes lists.",
  bulk_change_expired: "Change the contacts once more, or import the file again that they came from.",
  view_unknown: "Choose one that the menu above the list shows.",
  merge_invalid: "Choose each contact once, and the one to keep.",
  contact_exists: "Change the contact that is there, or save it all the same.",
  contacts_changed: "Look at the preview again.",
  notification_unknown: "Choose one of the list.",
  profile_invalid: "Choose from the ways that are offered.",
  endpoint_unknown: "Settings → Webhooks shows those that there are.",
  endpoint_invalid: "Give an address such as https://example.com/muster, and choose from the events.",
  effect_unknown: "Choose one of the list of tasks.",
  workflow_unknown: "Choose one that is there, or none, or add it under Settings → Workflows.",
  workflow_invalid: "Put right what the message names.",
  workflow_not_allowed: `Import without a workflow, or allow it under ${POLICY}.`,
  source_unknown: "Settings → Connected sources shows those that there are.",
  source_invalid: "Choose one of the kinds that are offered, and check its options.",
  tag_not_there: `Choose a tag that is there, add this one under Settings → Tags, or let imports make tags under ${POLICY}.`,
  tag_in_use: "Filter the contacts by the tag, and take it from them first.",
  preset_unknown: `Choose one of the presets under ${POLICY}.`,
  policy_key_unknown: `Choose one of the sentences under ${POLICY}.`,
  field_unknown: "Choose another field, or add it under Settings → Fields.",
  // how an import is to be
  file_too_large: `Split the file and import the parts one after the other. The limit is under ${POLICY}.`,
  format_not_accepted: `Save the file in one of the formats named, usually CSV. Which are accepted is said under ${POLICY}.`,
  mode_not_allowed: `Choose one of the modes named. Which are allowed is said under ${POLICY}.`,
  import_disabled: `Ask an admin of the workspace to turn imports on under ${POLICY}.`,
  disclaimer_required: "Read the disclaimer in the step Check, tick its box, and start the import then.",
  opportunities_off: `Turn opportunities on under ${POLICY}.`,
  opportunities_apart: `Import the file twice, as contacts and then as opportunities, as you choose in the step File; or allow both in one file under ${POLICY}.`,
  do_not_touch_off: `Take the tick away, or turn Do Not Touch on under ${POLICY}.`,
  columns_none_mapped:
    "Choose a field for each column, or take the headers of the template that the step File offers. If the lines are no contacts, choose in the step File what they are.",
  columns_unmapped:
    "Choose a field for the columns named, or “Leave out”, or tick “Don't import data for unmapped columns”.",
  columns_refused: `Choose a field for the columns named, or remove them from the file. The rule is under ${POLICY}.`,
  required_columns_missing:
    "Choose the fields named for the columns that hold them, or add the columns to the file. If each line is a company, choose accounts in the step File.",
  ids_not_matched: "Choose to update contacts to change those, or leave the column out to make new ones.",
  mapping_invalid: "Choose a field for each column in the step Columns.",
  date_order_needed: "Choose in the step Columns how dates such as 04/05/2026 are to be read.",
  error_columns_moved:
    "Put Line, Error, Fix and Import behind all other columns, in this order, and give the file again. To import it as one of its own, leave these four out in the step Columns.",
  object_unsaid: "Choose in the step File what the lines are.",
  sheet_needed: "Choose in the step File which sheet to read.",
  sheet_unknown: "Choose one of the sheets named in the step File.",
  unclosed_quote:
    "Close the quote on the line named, or double quotes that are part of a value, and give the file again.",
  table_not_delimited:
    "Export the contacts again as CSV. If the file does have a delimiter, choose it in the step File.",
  too_many_columns: "Choose the file's delimiter in the step File, or check the line named.",
  encoding_unknown: "Choose another encoding in the step File, such as UTF-8 or Windows-1252.",
  delimiter_invalid: "Choose another delimiter in the step File, such as comma, semicolon or tab.",
  delimiter_not_accepted: "Save the file with one of the delimiters named, or choose its own in the step File.",
  header_required:
    "Add a first row with the names of the columns. If the first row is a header, say so in the step File.",
  // what is asked, and what can be had
  arguments_invalid: "Correct what the message names.",
  request_invalid: "Correct what the message names.",
  confirmation_required: "Say that it is meant.",
  store_busy: "Wait a moment, and try again.",
  store_unreachable: "Try again in a moment; if it stays so, ask whoever runs the server.",
  storage_unreachable: "Wait a minute, and try again; an import that it has stopped can be resumed.",
  storage_refused: "Have whoever runs the server correct its settings for object storage, then resume the import.",
  store_damaged: "Have whoever runs the server put the last backup back, and check the disk.",
  history_expired: `Change what is wrong by another import. How long histories are kept is said under ${POLICY}.`,
  route_unknown: "Load the page again.",
  method_not_allowed: "Load the page again.",
  body_too_large: "Send less at once.",
  media_type_unsupported: "Load the page again, and try once more.",
  too_many_requests: "Wait a minute, and try again.",
  version_conflict: "Load the page again, and make your change once more.",
  idempotency_mismatch: "Load the page again, and try once more.",
  idempotency_busy: "Wait a moment.",
  idempotency_secret: "Make another one, and end the first if you do not have its answer.",
  body_cut_off: "Upload the file again.",
  upload_incomplete: "Wait until all of it is there, or upload the file again.",
  server_fault: "Try again; if it stays, tell whoever runs the server.",
};

/** Of the contacts that lines about opportunities refer to. */
export const REFERRED_FIX_ON_PAGE: Partial<Record<ProblemCode, string>> = {
  contact_not_in_workspace:
    "Correct what names the contact, such as its id or email address. To create contacts that are not found, import the file as contacts with opportunities: choose so in the step File.",
};
