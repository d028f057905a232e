/** Why an import is turned away whole: policy, mapping, state, permission. Nothing was written. */
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
  // imports
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
