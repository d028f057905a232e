/** The policy in sentences, second part: what is written, and what comes after. The choice stands at the end. */
export const policyWriting = {
  requiredToCreate: {
    lead: "To become a contact, a line needs",
    values: { none: "nothing in particular" },
    more: "One complete set of fields is enough. Lines that lack all of them fail and say what is missing.",
  },
  phoneReminders: {
    lead: "Contacts are reminded by SMS or calls:",
    values: { yes: "yes, so a line needs a phone number too", no: "no" },
    more: "It adds the phone number to what a line needs to become a contact.",
  },
  emptyCells: {
    lead: "An empty cell",
    values: { keep: "keeps the value there is", clear: "clears the value", ask: "does what each import says" },
    more: "Keeping is the safe choice: a file that lacks a value rarely means that it is gone.",
  },
  clearFields: {
    lead: "Fields that an empty cell always clears:",
    values: { none: "none" },
    more: "Whatever the sentence above says.",
  },
  clearToken: {
    lead: "A cell clears its field when it says",
    values: { none: "nothing does" },
    more: "For clearing single values on purpose.",
  },
  tags: {
    lead: "The tags of a line",
    values: { merge: "are added to the contact's", replace: "replace the contact's" },
    more: "Tags given to a whole import are always added.",
  },
  createTags: {
    lead: "A tag that the workspace does not have",
    values: { yes: "becomes a new tag", no: "is not written, and the line says so" },
    more: "New tags are easily made by spelling mistakes.",
  },
  owner: {
    lead: "The owner column holds",
    values: {
      name: "members' names",
      email: "members' email addresses",
      both: "names or addresses",
      off: "nothing that is read",
    },
    more: "Where a workspace has no members, owners are kept as they are written.",
  },
  overrideOwners: {
    lead: "Owners of existing contacts",
    values: { yes: "become the file's, or whoever imports", no: "stay" },
    more: "An owner who is replaced loses nothing else; undoing the import brings them back.",
  },
  doNotTouch: {
    lead: "Contacts can be marked Do Not Touch:",
    values: { yes: "yes", no: "no" },
    more: "They can be filtered for and are never queued into a workflow.",
  },
  lowerOptOuts: {
    lead: "Do Not Touch and opt-outs",
    values: { yes: "can be taken back by an import", no: "are never taken back by an import" },
    more: "People who asked not to be written to should not be lost by a file.",
  },
  accounts: {
    lead: "The account that a line names is",
    values: { create: "found, or made", find: "only found", off: "a mere text on the contact" },
    more: "By its id, name and domain.",
  },
  accountMatch: {
    lead: "An account is recognised by, in this order,",
    values: { id: "record id", external_id: "external id", name: "name", domain: "domain" },
    more: "The id decides; a domain tells accounts of one name apart. Id and name of two accounts fail the line.",
  },
  mainContact: {
    lead: "Accounts have a main contact:",
    values: { yes: "yes, and a line can name it", no: "no" },
    more: "One for each account; the latest update wins.",
  },
  authority: {
    lead: "Connected sources",
    values: { yes: "own groups of fields, which imports do not write", no: "own nothing" },
    more: "What each owns stands under Connected sources.",
  },
  authorityMatrix: {
    lead: "Which source owns what:",
    values: { standard: "as usual", none: "nothing is owned" },
    more: "It is shown in words, and changed, under Connected sources.",
  },
  opportunities: {
    lead: "Opportunities",
    values: {
      on: "may stand in a file of contacts",
      off: "are not imported",
      separate_file: "have a file of their own",
    },
    more: "A file may hold contacts and their opportunities on the same lines.",
  },
  workflow: {
    lead: "New contacts of an import",
    values: { yes: "may be queued into a workflow", no: "are never queued" },
    more: "Contacts marked Do Not Touch are left out.",
  },
  defaultWorkflow: {
    lead: "Where an import names no workflow, new contacts go into",
    values: { none: "none" },
    more: "Whoever imports sees it and can say otherwise.",
  },
  effectHold: {
    lead: "Mails, Slack posts and calls about contacts wait for",
    values: { none: "no time" },
    more: "Such as 10m, 2h or 1d. Within that time, undoing an import comes before anything is sent.",
  },
  enrichment: {
    lead: "Lines with only a LinkedIn URL are",
    values: { yes: "filled in by the enrichment service", no: "taken as they are" },
    more: "A line that cannot be filled in says so and harms no other.",
  },
};

export type PolicyWritingWords = typeof policyWriting;
