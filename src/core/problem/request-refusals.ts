/** Why a request is turned away whole: policy, mapping, state, names or permission. Nothing was written. */
import type { CatalogueEntry } from "./catalogue-entry.ts";

export const requestRefusals = {
  // policy
  mode_not_allowed: {
    kind: "refusal",
    title: "This mode is not allowed",
    cause: "The workspace's policy does not let imports run in the mode that was asked for.",
    fix: "Use one of the modes named, or change modes in the policy.",
  },
  import_disabled: {
    kind: "refusal",
    title: "Import is off for this workspace",
    cause: "The feature is not available until an administrator of the workspace turns it on.",
    fix: "Ask an administrator to turn it on: muster policy set enabled yes. Who did it and when is kept, and muster policy enabled shows it.",
  },
  opportunities_off: {
    kind: "refusal",
    title: "This workspace has no opportunities",
    cause: "The policy key opportunities is off: nothing is imported into pipelines here.",
    fix: "Turn opportunities on (muster policy set opportunities on), or for this import alone (--set opportunities=on).",
  },
  opportunities_apart: {
    kind: "refusal",
    title: "Contacts and their opportunities come in files of their own",
    cause: "The policy key opportunities is separate_file: one file holds contacts, or opportunities, and not both.",
    fix: "Import the file twice, as contacts and then as opportunities (--object opportunities), or allow both in one file (--set opportunities=on).",
  },
  disclaimer_required: {
    kind: "refusal",
    title: "The disclaimer has not been accepted",
    cause: "The workspace's policy asks whoever starts an import to accept its disclaimer first.",
    fix: "Read the disclaimer and accept it (--accept-disclaimer), then start the import again.",
  },
  preset_unknown: {
    kind: "refusal",
    title: "There is no such preset",
    cause: "The name is none of the presets that come with Muster.",
    fix: "Choose one that muster presets lists.",
  },
  policy_key_unknown: {
    kind: "refusal",
    title: "There is no such policy key",
    cause: "The name is none of the policy's keys.",
    fix: "Choose one that muster policy lists; docs/policy.md says what each does.",
  },
  policy_value_invalid: {
    kind: "refusal",
    title: "The policy key does not take this value",
    cause: "The text is none of the values that the policy key allows.",
    fix: "Use one of the values named in the message.",
  },
  // mapping
  columns_none_mapped: {
    kind: "refusal",
    title: "No column belongs to a field",
    cause: "None of the file's columns is mapped to a field, so that nothing would be imported.",
    fix: "Say which column holds what (--map 'Header=field'), or rename the headers as in muster template contacts.",
  },
  columns_unmapped: {
    kind: "refusal",
    title:
      "Please ensure all mandatory fields are mapped. To proceed, either map all fields or choose Don't import data for unmapped columns.",
    cause: "Some columns belong to no field, and the workspace's policy wants that to be said on purpose.",
    fix: "Map the columns named (--map 'Header=field'), ignore each of them (--map 'Header='), or leave all of them out (--accept-unmapped).",
  },
  columns_refused: {
    kind: "refusal",
    title: "The file has columns that belong to no field",
    cause: "The workspace's policy refuses files with columns that are mapped to nothing.",
    fix: "Map the columns named (--map 'Header=field'), remove them from the file, or change unknownColumns in the policy.",
  },
  required_columns_missing: {
    kind: "refusal",
    title: "Required fields have no column",
    cause: "No column is mapped to fields that every contact must have, so that every line would fail.",
    fix: "Say which columns hold the fields named (--map 'Header=field'), or add the columns to the file.",
  },
  ids_not_matched: {
    kind: "refusal",
    title: "The file holds ids of contacts, and this import does not look at them",
    cause:
      "An import that only creates contacts, and does not recognise them by their id, was given a file with a column of ids, as exports have.",
    fix: "Import with --mode update to change those contacts, or leave the column out (--map 'Header=') to make new ones.",
  },
  mapping_invalid: {
    kind: "refusal",
    title: "This mapping cannot be followed",
    cause: "The mapping names a column that the file does not have, or maps columns in a way that contradicts itself.",
    fix: "Write --map 'Header=field' with a header of the file, or --map '#3=field' for its third column.",
  },
  mapping_unknown: {
    kind: "refusal",
    title: "There is no such mapping",
    cause: "No mapping is saved under this name in the workspace.",
    fix: "Check the name, or leave it out and have the columns mapped anew.",
  },
  // fields
  field_unknown: {
    kind: "refusal",
    title: "There is no such field",
    cause: "The workspace has neither a built-in nor an own field of this name.",
    fix: "Choose one that muster fields lists, or add it: muster fields add.",
  },
  field_exists: {
    kind: "refusal",
    title: "The field exists already",
    cause: "Another field of the workspace, built in or its own, has this key.",
    fix: "Use the field that is there, or choose another name.",
  },
  field_invalid: {
    kind: "refusal",
    title: "This field cannot be made",
    cause: "The field's key, type or options are not as they must be, or the policy does not let imports make fields.",
    fix: "Use a key of small letters, digits and underscores, one of the types named, and options only for choices.",
  },
  // imports, contacts, workspaces
  import_unknown: {
    kind: "refusal",
    title: "There is no such import",
    cause: "The workspace has no import with this id.",
    fix: "Check the id in muster imports, and that the workspace is the right one.",
  },
  import_state_invalid: {
    kind: "refusal",
    title: "The import is not in a state for this",
    cause: "What was asked for does not fit what has already become of the import.",
    fix: "Look at the import (muster show) and follow the next step that it names.",
  },
  import_busy: {
    kind: "refusal",
    title: "Another process works on this import",
    cause: "Another process holds the import and is writing or undoing it.",
    fix: "Wait until it has finished. If it has died, its claim ends by itself within a minute.",
  },
  import_failed: {
    kind: "refusal",
    title: "The import stopped",
    cause: "Something outside the file kept the import from going on. Every line up to there is in the ledger.",
    fix: "Remove the cause named in the message, then go on with muster resume.",
  },
  nothing_to_resume: {
    kind: "refusal",
    title: "There is nothing to resume",
    cause: "No import of the workspace was interrupted.",
    fix: "See what became of each import with muster imports.",
  },
  backup_unreadable: {
    kind: "refusal",
    title: "This backup cannot be restored",
    cause: "The file is not what muster backup writes, it is cut short, or a part of it has changed since.",
    fix: "Take another backup; what muster backup has written is not to be packed anew.",
  },
  data_folder_used: {
    kind: "refusal",
    title: "The data folder holds a database already",
    cause: "A backup is restored into a folder of its own, so that nothing is written over.",
    fix: "Name an empty or new folder with --data DIR, or move the one that is there away first.",
  },
  receipt_unreadable: {
    kind: "refusal",
    title: "This is no receipt",
    cause: "The file is not what muster receipt writes.",
    fix: "Give a file that muster receipt IMPORT has written, as it is.",
  },
  line_unknown: {
    kind: "refusal",
    title: "The import has no such line",
    cause: "No row of the import's file starts on this line, or it changed nothing.",
    fix: "Choose a line that muster lines lists.",
  },
  account_not_found: {
    kind: "refusal",
    title: "There is no account with this id",
    cause: "The workspace has no account with this id, or it was deleted.",
    fix: "Look for the account with muster accounts --search.",
  },
  opportunity_unknown: {
    kind: "refusal",
    title: "There is no such opportunity",
    cause: "The workspace has no opportunity with this id, or it was deleted.",
    fix: "Look for the opportunity with muster opportunities --search.",
  },
  pipeline_not_found: {
    kind: "refusal",
    title: "There is no pipeline of this name",
    cause: "The workspace has no pipeline with this id or name.",
    fix: "See which there are: muster pipelines.",
  },
  contact_unknown: {
    kind: "refusal",
    title: "There is no such contact",
    cause: "The workspace has no contact with this id, or it was deleted.",
    fix: "Look for the contact with muster contacts --search.",
  },
  workspace_unknown: {
    kind: "refusal",
    title: "There is no such workspace",
    cause: "No workspace has this name.",
    fix: "Choose one that muster workspaces lists, or make it with muster workspaces create.",
  },
  workspace_exists: {
    kind: "refusal",
    title: "The workspace exists already",
    cause: "Another workspace has this name.",
    fix: "Use the workspace that is there, or choose another name.",
  },
  workspace_invalid: {
    kind: "refusal",
    title: "This cannot be a workspace's name",
    cause: "The name holds characters that a workspace's name may not have, or it is empty or too long.",
    fix: "Use small letters, digits and hyphens, such as acme-sales.",
  },
  source_exists: {
    kind: "refusal",
    title: "The source exists already",
    cause: "The workspace has a connected source of this name.",
    fix: "Change that one (muster sources change NAME), or choose another name.",
  },
  source_unknown: {
    kind: "refusal",
    title: "There is no such source",
    cause: "The name is none of the workspace's connected sources.",
    fix: "Choose one that muster sources lists.",
  },
  source_invalid: {
    kind: "refusal",
    title: "This cannot be a source",
    cause: "The name, the kind or an option of the source is none that a source can have.",
    fix: "See muster sources add --help for the kinds and their options.",
  },
  tag_exists: {
    kind: "refusal",
    title: "The tag exists already",
    cause: "The workspace has this tag, perhaps in other capitals: tags are the same whatever their case.",
    fix: "Use the tag that is there; muster tags lists them.",
  },
  tag_invalid: {
    kind: "refusal",
    title: "This cannot be a tag",
    cause: "The text is empty, longer than 200 characters, or holds what is no text.",
    fix: "Use a short name, such as spring fair.",
  },
  tag_not_there: {
    kind: "refusal",
    title: "The workspace does not have this tag",
    cause: "The text is none of the workspace's tags, and nothing here makes it one.",
    fix: "Choose one that muster tags lists, add this one (muster tags add NAME), or let imports make tags (--set createTags=yes).",
  },
  tag_in_use: {
    kind: "refusal",
    title: "Contacts have this tag",
    cause:
      "A tag is removed only when no contact has it: what contacts hold is changed by imports, which can be undone.",
    fix: "See them with muster contacts --filter 'tags=NAME', and take the tag from them by an import first.",
  },
  do_not_touch_off: {
    kind: "refusal",
    title: "Do Not Touch is not used here",
    cause: "The policy of the import does not let contacts be marked Do Not Touch.",
    fix: "Leave --dnt out, or turn it on: muster policy set doNotTouch yes.",
  },
  // members
  member_unknown: {
    kind: "refusal",
    title: "There is no such member",
    cause: "No member of the workspace has this id, name or email address, or they were removed.",
    fix: "Choose one that muster members lists, or add them: muster members add ann@example.com --name 'Ann Smith'.",
  },
  member_ambiguous: {
    kind: "refusal",
    title: "Several members have this name",
    cause: "Two or more members of the workspace share the name, so that it is not known which of them is meant.",
    fix: "Give the member's email address instead of the name.",
  },
  member_exists: {
    kind: "refusal",
    title: "The email address is a member's already",
    cause: "Another member of the workspace, perhaps one who was removed, has this email address.",
    fix: "Change that member (muster members change), or use another address.",
  },
  member_invalid: {
    kind: "refusal",
    title: "This cannot be a member",
    cause: "The email address does not have the form of one, the name is empty or too long, or there is no such role.",
    fix: "Give an address such as ann@example.com, a name, and one of the roles admin, editor and viewer.",
  },
  member_last_admin: {
    kind: "refusal",
    title: "The workspace would be left without an administrator",
    cause: "The member is the only admin of the workspace, and nobody else in it could give that role again.",
    fix: "Make another member an admin first: muster members change bob@example.com --role admin.",
  },
  // workflows and effects
  workflow_unknown: {
    kind: "refusal",
    title: "There is no such workflow",
    cause: "The workspace has no workflow with this name or id.",
    fix: "Choose one that muster workflows lists, write none, or add it: muster workflows add FILE.json.",
  },
  workflow_exists: {
    kind: "refusal",
    title: "The workflow exists already",
    cause: "Another workflow of the workspace has this name.",
    fix: "Change the one that is there (muster workflows change NAME FILE.json), or choose another name.",
  },
  workflow_invalid: {
    kind: "refusal",
    title: "This is no workflow",
    cause: "The document is not a name with a list of steps, or a step is not as it must be.",
    fix: "Put right what the message names; docs/effects.md shows every step.",
  },
  workflow_not_allowed: {
    kind: "refusal",
    title: "Contacts are not queued into workflows here",
    cause: "The workspace's policy does not queue new contacts into workflows.",
    fix: "Import without --workflow, or turn it on: muster policy set workflow yes.",
  },
  effect_unknown: {
    kind: "refusal",
    title: "There is no such effect",
    cause: "The workspace has no mail, post or call with this id, or it is not in a state for this.",
    fix: "Choose one that muster effects lists.",
  },
  // how it was asked
  permission_denied: {
    kind: "refusal",
    title: "You may not do this",
    cause: "The role in the workspace of whoever acts does not include this.",
    fix: "Ask an administrator of the workspace to do it, or to change your role: muster members change EMAIL --role admin.",
  },
  confirmation_required: {
    kind: "refusal",
    title: "Nobody could be asked whether to go on",
    cause: "This would write, and there is no terminal to ask on.",
    fix: "Say yes beforehand with --yes, or look first with --dry-run.",
  },
  workbook_too_small: {
    kind: "refusal",
    title: "A workbook cannot hold this export",
    cause: "There are more contacts than a sheet has rows, or a value is longer than a cell can be.",
    fix: "Export as CSV (--format csv), which has no such limits.",
  },
  arguments_invalid: {
    kind: "refusal",
    title: "The command was not understood",
    cause: "An option or argument is missing, unknown or contradicts another.",
    fix: "See the command's --help for what it takes.",
  },
  date_order_needed: {
    kind: "refusal",
    title: "The order of day and month must be said",
    cause: "The dates of a column fit both orders, and nobody has said which one the file uses.",
    fix: "Say it with --date-order MDY, DMY or YMD, or set dateOrder in the policy.",
  },
  import_changed: {
    kind: "refusal",
    title: "The import was changed meanwhile",
    cause: "Another process or person has changed this import since it was looked at.",
    fix: "Look at the import again, then repeat what you wanted to do.",
  },
} as const satisfies Record<string, CatalogueEntry>;
