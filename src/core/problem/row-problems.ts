/** Findings about a whole row, or about a cell that the row cannot be written without. */
import type { CatalogueEntry } from "./catalogue-entry.ts";

export const rowProblems = {
  required_fields_missing: {
    kind: "row",
    title: "Required fields to create/update contacts are missing",
    cause:
      "The line has no value in fields that a contact must have to be created, or to be found when contacts are updated. A value that could not be read counts as missing.",
    fix: "Fill in the fields named, check that their columns are mapped, and import the line again. What is required is the policy key requiredToCreate, and match for updates; in the app Settings → Policy.",
  },
  duplicate_phone: {
    kind: "row",
    title: "Duplicate phone found",
    cause: "Another line of the file has the same phone number, and the policy refuses lines that share one.",
    fix: "Give each person their own number or remove the surplus line. To accept such files, set inFile to merge, first, last or both (--set inFile=merge), or allowDuplicates to yes.",
  },
  duplicate_email: {
    kind: "row",
    title: "Duplicate email found",
    cause: "Another line of the file has the same email address, and the policy refuses lines that share one.",
    fix: "Give each person their own address or remove the surplus line. To accept such files, set inFile to merge, first, last or both (--set inFile=merge), or allowDuplicates to yes.",
  },
  in_file_duplicate: {
    kind: "row",
    title: "Another line of the file is the same contact",
    cause:
      "Two lines of the file are about one contact, and this one is not the line that counts or says something else about the contact than the other. Lines that share no value, and are seen to be one contact only by whom they find here, are not weighed against each other: the first counts.",
    fix: "Compare this line with the one named and keep a single line with the right values. If they are two people who share a number or an address, leave that out of what lines are recognised by (muster policy match). Which line counts is the policy key inFile; in the app Settings → Policy.",
  },
  contact_not_in_workspace: {
    kind: "row",
    title: "Contact is not valid or not in your sub-account",
    cause:
      "No contact of this workspace answers to what identifies the line: it was never here, was deleted, or belongs to another workspace.",
    fix: "Correct what names the contact, such as its id (muster export contacts) or email address, and import the line again. To create contacts that are not found, import in the mode both (--mode both), without the id column where its ids are another workspace's (such as --map 'Contact ID='); where the lines are opportunities, as contacts and opportunities (--object contacts,opportunities).",
  },
  ambiguous_match: {
    kind: "row",
    title: "Several contacts match this line",
    cause: "Several contacts share what the line is recognised by, and nothing else on the line tells them apart.",
    fix: "Add the contact's id or another identifying value to the line, or merge the contacts named if they are the same person.",
  },
  conflicting_match: {
    kind: "row",
    title: "This line points at two different contacts",
    cause:
      "One identifying value of the line belongs to one contact and another value to a different one, so that writing the line would mix two people.",
    fix: "Correct the value that belongs to somebody else, or merge the contacts named if they are the same person.",
  },
  contradicting_match: {
    kind: "row",
    title: "The contact that matches is somebody else by another key",
    cause:
      "The line and the contact share one identifying value, such as a phone number, and differ in one that counts before it, such as the email address. People who share a number would be written over each other.",
    fix: "If it is the same person, import the line again and let it update the contact (--set onContradiction=update). If people share such a value, take what they share out of what lines are recognised by (for phone numbers --set match=id,external_id,email). Both are in the app under Settings → Policy.",
  },
  already_exists: {
    kind: "row",
    title: "The contact already exists",
    cause: "The line matches a contact that is already here, and this import does not change existing contacts.",
    fix: "Nothing needs to be done if the contact should stay as it is. To change it, set onMatch to update (--set onMatch=update).",
  },
  contact_made_by_source: {
    kind: "row",
    title: "New contacts come from another source",
    cause:
      "The line would make a new contact, but the workspace is connected to a source that keeps the contacts' main information, and so makes them.",
    fix: "Add the contact in the source named, and import the line again once it is here. To make contacts by imports all the same, change who owns the main information (muster policy set authorityMatrix, or muster sources).",
  },
  no_match: {
    kind: "row",
    title: "No contact matches this line",
    cause: "The import updates contacts only, and none here matches the line.",
    fix: "Check the values the line is recognised by, or import in the mode both to create the contacts that are not found.",
  },
  id_missing: {
    kind: "row",
    title: "The contact id is empty",
    cause: "Contacts are updated by their id, and this line has none.",
    fix: "Export the contacts to get a file with the id column, edit that file and import it again.",
  },
  id_unknown: {
    kind: "row",
    title: "The contact id is not known in this workspace",
    cause:
      "The id on the line belongs to no contact of this workspace: it was mistyped, deleted, or comes from another workspace.",
    fix: "Export the contacts to get their current ids, correct the line and import it again. Where the ids are another workspace's, leave their column out (such as --map 'Contact ID=').",
  },
  account_mismatch: {
    kind: "row",
    title: "Account id and account name belong to different accounts",
    cause:
      "The account id on the line is one account's and the account name another's, so that it is not known which account is meant. Where several lines are one contact, what the earlier ones say of its account counts too.",
    fix: "Correct the account id or the account name on the line, or on the contact's earlier lines, or leave one of them out.",
  },
  account_ambiguous: {
    kind: "row",
    title: "Several accounts match this line",
    cause: "Several accounts share what the line gives for its account, and nothing else on the line tells them apart.",
    fix: "Add the account's id to the line. If the accounts named are one, give the name to one of them alone.",
  },
  account_unknown: {
    kind: "row",
    title: "There is no such account",
    cause: "No account answers to the id, name or domain on the line, and imports do not make accounts here.",
    fix: "Correct the line, import the account first (muster import FILE --object accounts), or let imports make accounts (--set accounts=create).",
  },
  pipeline_unknown: {
    kind: "row",
    title: "There is no such pipeline",
    cause: "No pipeline of the workspace has the id or name on the line.",
    fix: "Correct the pipeline on the line, or import it first (muster template pipelines, then muster import FILE --object pipelines).",
  },
  pipeline_missing: {
    kind: "row",
    title: "There is no pipeline to put the opportunity in",
    cause: "The line names no pipeline, and the workspace has none yet that could be the default one.",
    fix: "Import the pipelines first (muster template pipelines, then muster import FILE --object pipelines).",
  },
  stage_unknown: {
    kind: "row",
    title: "The pipeline has no such stage",
    cause: "No stage of the opportunity's pipeline has the id or name on the line.",
    fix: "Correct the stage on the line, or add it to the pipeline (muster export pipelines, add a line, import the file again).",
  },
  stage_elsewhere: {
    kind: "row",
    title: "The stage belongs to another pipeline",
    cause: "The stage on the line is one of another pipeline than the opportunity's.",
    fix: "Say on the line which pipeline the opportunity is in, or name a stage of its own pipeline.",
  },
  status_contradicts_stage: {
    kind: "row",
    title: "The status contradicts the stage",
    cause:
      "Who stands at a stage where deals are won is won, and at one where they are lost is lost; the line says another status.",
    fix: "Correct the status or the stage, or leave the status empty: it follows from a closing stage.",
  },
  pipeline_mismatch: {
    kind: "row",
    title: "Pipeline id and pipeline name belong to different pipelines",
    cause:
      "The pipeline id on the line is one pipeline's and the name another's, so that it is not known which one is meant.",
    fix: "Correct the id or the name. To rename pipelines in a circle, import twice with a name in between.",
  },
  stage_closed_twice: {
    kind: "row",
    title: "A stage cannot be closed won and closed lost",
    cause: "The stage is marked as the one where deals are won and as the one where they are lost.",
    fix: "Leave one of the two marks, and make a stage of its own for the other end.",
  },
  email_invalid: {
    kind: "row",
    title: "Invalid email address",
    cause: "The text does not have the form of an email address: one @, and a domain such as example.com behind it.",
    fix: "Correct the address so that it looks like name@example.com, or empty the cell.",
  },
  phone_unreadable: {
    kind: "row",
    title: "Could not read the phone number",
    cause:
      "The text is no phone number of the country it is read in: that of the number's + prefix, else the row's country, else the workspace's default country. A line that says nothing else that a contact is recognised by is not written: imported again with the number put right, it would be taken for another person.",
    fix: "Leave nothing but the number in the cell, and write it with + and its country code, such as +1 415 555 0100; or say which country numbers without one belong to (--country US).",
  },
  line_unreadable: {
    kind: "row",
    title: "The line could not be read",
    cause:
      "The line is not what its format says a line is, such as a line of NDJSON that is no whole JSON object. The lines above and below it are read.",
    fix: "Correct the line in the file and import it again. In the file of lines with errors, its text stands behind the columns: fill in the cells and empty that one.",
  },
  ragged_row: {
    kind: "row",
    title: "The row has more or fewer cells than the header",
    cause:
      "The number of cells differs from the number of columns, so that values may stand under the wrong header: a delimiter is missing, or a value that contains one is not quoted.",
    fix: "Open the file in a text editor at this line, add what is missing, or put quotes around the value that contains the delimiter.",
  },
  repeated_header: {
    kind: "row",
    title: "The header again",
    cause:
      "The line repeats the header, cell for cell, as files do that were put behind each other and reports that print it on every page. It is no contact.",
    fix: "Nothing needs to be done: the line is left out.",
  },
  group_title: {
    kind: "row",
    title: "The name of a group of rows, no contact",
    cause:
      "The line has one text and nothing else, below an empty line and above the header, which comes again: exports of boards set the names of their groups like that.",
    fix: "Nothing needs to be done: the line is left out.",
  },
  footer_line: {
    kind: "row",
    title: "A total or note of the export, no contact",
    cause: "The line says how many rows there are, sums them up, or ends the report, and names nobody.",
    fix: "Nothing needs to be done: the line is left out. If it is a contact after all, fill in its other cells and import it again.",
  },
  cell_too_large: {
    kind: "row",
    title: "A cell is too large",
    cause: "A cell holds far more text than a field of a contact can.",
    fix: "Shorten the cell. If it seems to hold several lines of the file, a quote is open somewhere in it.",
  },
  line_already_imported: {
    kind: "row",
    title: "This line is imported already",
    cause:
      "The file puts right lines of an earlier import, and this one was written by it, or by an earlier correction. It says nothing else now.",
    fix: "Nothing needs to be done: the line is left out. To have it written, change the cell that should be another.",
  },
  enrichment_failed: {
    kind: "row",
    title: "The profile could not be looked up",
    cause: "The line has only a LinkedIn URL, and the enrichment service did not answer with the person's details.",
    fix: "Check the profile address, or fill in account, domain, first name and last name on the line, and import it again. If the service was down, import the lines again later.",
  },
} as const satisfies Record<string, CatalogueEntry>;
