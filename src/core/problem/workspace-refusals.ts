/** Why what a workspace has is not found, made or changed: fields, sources, tags, members, workflows. */
import type { CatalogueEntry } from "./catalogue-entry.ts";

export const workspaceRefusals = {
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
    cause: "The field's key, type or options are not as they must be, or a field of this key is built in.",
    fix: "Use a key of small letters, digits and underscores, one of the types named, and options only for choices.",
  },
  // what is not there, workspaces, sources, tags
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
} as const satisfies Record<string, CatalogueEntry>;
