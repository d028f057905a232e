/**
 * What to do next, for whoever has no command line: a program that speaks to the API, or a person who reads its answer in a
 * page. The catalogue's own words name commands, which is right where there are some. The command line takes these words back
 * into its own when it works on a server.
 */
import { catalogue, type ProblemCode } from "../core/problem/catalogue.ts";
import type { Refusal } from "../core/problem/refusal.ts";

const ANOTHER_KEY = "Make another key (POST /api/v1/keys, signed in), or ask whoever runs the server for one.";

/** Every code whose fix names a command or an option of one, and that a request can be refused with. */
export const FIX_OVER_HTTP: Partial<Record<ProblemCode, string>> = {
  // who asks
  signed_out: "Send Authorization: Bearer mst_… with an API key, or sign in.",
  key_unknown: `Send Authorization: Bearer mst_… with the whole key as it was shown when it was made. ${ANOTHER_KEY}`,
  key_expired: ANOTHER_KEY,
  key_revoked: ANOTHER_KEY,
  key_not_there: "Choose one that GET /api/v1/keys lists.",
  key_exists: "Choose another name, or revoke that key first.",
  sign_in_failed: "Try again, ask for a sign-in link by mail, or have whoever runs the server make you a link.",
  sign_in_links_off: "Sign in with your password, or have whoever runs the server make you a link.",
  invitation_not_sent: "Try again later, or have whoever runs the server make a link to hand over.",
  permission_denied: "Ask an admin of the workspace to do it, or to change your role.",
  member_required: "Sign in as a member of the workspace.",
  member_unknown: "Choose one that GET /api/v1/members lists, or add them.",
  member_exists: "Change that member, or use another address.",
  member_last_admin: "Make another member an admin first.",
  workspace_unknown:
    "Choose one that GET /api/v1/me lists: the header Muster-Workspace, or workspace in the query, names it.",
  // what is meant
  import_unknown: "Choose one that GET /api/v1/imports lists, and see that the workspace is the right one.",
  import_state_invalid: "Look at the import: its state says what may be done with it.",
  import_failed: "Remove the cause named in the message, then resume the import.",
  nothing_to_resume: "See what became of each import in the list of imports.",
  line_unknown: "Choose a line that the import's lines list.",
  contact_unknown: "Look for the contact with GET /api/v1/contacts?search=….",
  account_not_found: "Look for the account with GET /api/v1/accounts?search=….",
  opportunity_unknown: "Look for the opportunity with GET /api/v1/opportunities?search=….",
  pipeline_not_found: "Choose one that GET /api/v1/pipelines lists.",
  merge_unknown: "Choose one that GET /api/v1/merges lists.",
  merge_invalid: "Name each contact once, the one to keep first.",
  merge_undone: "Merge them again if that is what you want.",
  merge_covered: "Undo the later merge, which the message names, first.",
  import_at_work: "Wait until the import has ended, resume it, or cancel it.",
  erasure_unknown: "Choose one that GET /api/v1/erasures lists, or ask for it again.",
  waiting_import_names_them: "Remove that import, or run it first; then erase them.",
  notification_unknown: "Choose one that GET /api/v1/notifications lists.",
  profile_invalid: "Give each event app, mail, mail-if-long and slack, parted by commas, or none, or default.",
  endpoint_unknown: "Choose one that GET /api/v1/webhooks lists.",
  endpoint_exists: "Remove that one first, or give another address.",
  endpoint_invalid: "Give an address such as https://example.com/muster, and events that /api/docs names.",
  effect_unknown: "Choose one that GET /api/v1/effects lists.",
  workflow_unknown: "Choose one that GET /api/v1/workflows lists, or none, or add it.",
  workflow_exists: "Change the one that is there, or choose another name.",
  workflow_not_allowed: "Import without a workflow, or set workflow to yes in the policy.",
  source_unknown: "Choose one that GET /api/v1/sources lists.",
  source_exists: "Change that one, or choose another name.",
  source_invalid: "See /api/docs for the kinds and their options.",
  tag_not_there:
    "Choose one that GET /api/v1/tags lists, add this one, or let imports make tags (createTags in the policy).",
  tag_exists: "Use the tag that is there.",
  tag_in_use: "Take the tag from its contacts by an import first: GET /api/v1/contacts?filter=tags=NAME lists them.",
  preset_unknown: "Choose one that GET /api/v1/presets lists.",
  policy_key_unknown: "Choose one that GET /api/v1/policy/keys lists.",
  field_unknown: "Choose one that GET /api/v1/fields lists, or add it.",
  // how an import is to be
  import_disabled: "Ask an admin of the workspace to set enabled to yes in the policy.",
  disclaimer_required: "Read the disclaimer and accept it (acceptDisclaimer), then start the import again.",
  opportunities_off: "Set opportunities to on in the policy, or for this import alone (set).",
  opportunities_apart:
    "Import the file twice, as contacts and then as opportunities (object), or allow both in one file (set: opportunities=on).",
  do_not_touch_off: "Leave dnt out, or set doNotTouch to yes in the policy.",
  columns_none_mapped: "Say which column holds what (map: Header=field), or take the headers of a template.",
  columns_unmapped:
    "Map the columns named (map: Header=field), ignore each of them (map: Header=), or leave all of them out (acceptUnmapped).",
  columns_refused:
    "Map the columns named (map: Header=field), remove them from the file, or change unknownColumns in the policy.",
  required_columns_missing:
    "Say which columns hold the fields named (map: Header=field), or add the columns to the file. If each line is a company, import accounts (object).",
  ids_not_matched:
    "Import in the mode update to change those contacts, or leave the column out (map: Header=) to make new ones.",
  mapping_invalid: "Map a header of the file (map: Header=field), or a column by its place (map: #3=field).",
  date_order_needed: "Say it with dateOrder: MDY, DMY or YMD; or set dateOrder in the policy.",
  error_columns_moved:
    "Put Line, Error, Fix and Import behind all other columns, in this order, or leave them out (map: Line=, Error=, Fix= and Import=) to import the file as one of its own.",
  object_unsaid:
    "Send object with what the message says the lines look like; object=contacts imports them as contacts all the same.",
  file_empty:
    "Send the file as the body of the request, or as the part called file of a multipart body. If the file itself is empty, export the contacts again.",
  sheet_needed: "Say which sheet to read (sheet).",
  sheet_unknown: "Use a name that the message gives; leave sheet out where the file has one sheet, or is no workbook.",
  unclosed_quote:
    "Close the quote on the line named, or double quotes that are part of a value, or say that the file has no quotes (quote: none).",
  table_not_delimited: "Export the contacts again as CSV. If the file does have a delimiter, say which (delimiter).",
  delimiter_not_accepted:
    "Save the file with one of the delimiters named, name its own (delimiter), or change delimiters in the policy.",
  header_required: "Add a first row with the names of the columns. If the first row is a header, say so (header).",
  receipt_unreadable: "Send a receipt as GET /api/v1/imports/{id}/receipt has answered it.",
  // what is asked, and what can be had
  arguments_invalid: "See /api/docs for what the endpoint takes.",
  confirmation_required: "Say that it is meant, as /api/docs says for the endpoint.",
  workbook_too_small: "Export as CSV, which has no such limits.",
  source_file_expired: "Use the copy of the file that it came from; the import's lines still say what became of each.",
  history_expired: "Change what is wrong by another import; the policy says how long histories are kept from now on.",
  store_newer: "Have whoever runs the server update Muster.",
  store_read_only: "Have whoever runs the server give it the right to write to the data folder.",
  storage_unreachable: "Try again when the storage answers; an import that it has stopped is resumed.",
  storage_refused: "Have whoever runs the server correct its settings for object storage, then resume the import.",
  store_half_moved: "Have whoever runs the server end the move into its database.",
  disk_full: "Have whoever runs the server make room on the disk, then resume the import.",
};

/** What only a command line has: a command, or an option of one. */
const COMMAND = /\bmuster [a-z]|--[a-z]/;

/** The catalogue names commands and options in parentheses behind the words that say the same without them. */
const withoutCommands = (fix: string): string => fix.replace(/ \([^()]*(?:muster [a-z]|--[a-z])[^()]*\)/g, "");

/** The catalogue's own words, or those of a code in a file of something else, as they hold for a program. */
export function fixOverHttp(code: ProblemCode, fix: string = catalogue[code].fix): string {
  const words = withoutCommands(fix);
  return COMMAND.test(words) ? (FIX_OVER_HTTP[code] ?? words) : words;
}

/**
 * The catalogue's own words are replaced. A fix for the case at hand says more than those, and loses no more than the command
 * at its end: "Use a key with that role: muster keys create NAME --role editor."
 */
export function overHttp({ code, fix }: Pick<Refusal, "code" | "fix">): string {
  if (fix === catalogue[code].fix) return FIX_OVER_HTTP[code] ?? fixOverHttp(code);
  const short = fix.replace(/: muster [a-z].*$/s, ".");
  return COMMAND.test(short) ? (FIX_OVER_HTTP[code] ?? fixOverHttp(code, fix)) : short;
}

/** The way back. */
export function atTheCommandLine({ code, fix }: Pick<Refusal, "code" | "fix">): string {
  const own = catalogue[code].fix;
  return fix === overHttp({ code, fix: own }) ? own : fix;
}
