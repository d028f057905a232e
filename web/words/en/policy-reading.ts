/** The policy in sentences, first part: who may import, what is read, and who a line is about. The choice stands at the end. */
export const policyReading = {
  enabled: {
    lead: "Imports are",
    values: { yes: "turned on", no: "turned off" },
    more: "While they are off, nobody can import into this workspace. Who turned them on, and when, is kept.",
  },
  minRole: {
    lead: "Who may import, undo and resume:",
    values: { admin: "only admins", editor: "admins and editors" },
    more: "Viewers can look at everything and import nothing.",
  },
  disclaimer: {
    lead: "Before an import starts:",
    values: { yes: "a disclaimer must be accepted", no: "nothing must be accepted" },
    more: "Who accepted it, when, and its words are kept with the import.",
  },
  modes: {
    lead: "An import may",
    values: { create: "create contacts", update: "update contacts", both: "do both at once" },
    more: "Whoever imports chooses one of these.",
  },
  formats: {
    lead: "Files that are taken:",
    values: { csv: "CSV", tsv: "TSV", xlsx: "Excel", ods: "OpenDocument", vcard: "vCard", json: "JSON" },
    more: "Other files are refused with a word about which are taken.",
  },
  delimiters: {
    lead: "Columns may be parted by",
    values: {
      comma: "comma",
      semicolon: "semicolon",
      tab: "tab",
      pipe: "pipe |",
      dot: "dot",
      detect: "whatever is found",
    },
    more: "Which one a file uses is found in the file, and can be changed while importing.",
  },
  maxBytes: {
    lead: "The largest file that is taken:",
    values: { none: "no limit" },
    more: "Such as 30MB. Files are read as a stream, so a limit is a choice, not a need.",
  },
  header: {
    lead: "The first row",
    values: { required: "must name the columns", optional: "may hold data already" },
    more: "Without a header, columns are mapped by their position.",
  },
  defaultCountry: {
    lead: "Phone numbers without a country are read as those of",
    values: { none: "no country" },
    more: "It counts only where the line names no country either. With no country, such numbers are not guessed.",
  },
  dateOrder: {
    lead: "A date such as 03/04/2024 is read as",
    values: { MDY: "month, day, year", DMY: "day, month, year", YMD: "year, month, day", ask: "whoever imports says" },
    more: "Only where the column itself does not show it: one day above 12 in the column settles it.",
  },
  multiSeparators: {
    lead: "Within one cell, tags and choices are parted by",
    values: { comma: "comma", semicolon: "semicolon", tab: "tab", pipe: "pipe |", dot: "dot", none: "nothing" },
    more: "An option or a tag that is known is never cut: St. Louis stays one option.",
  },
  splitNames: {
    lead: "First and last name, where a file has only the full name:",
    values: { yes: "are read from it", no: "stay empty" },
    more: "The full name stays as it is written.",
  },
  unknownColumns: {
    lead: "Columns that belong to no field are",
    values: {
      keep: "kept as custom data",
      ask: "asked about",
      ignore: "left out",
      refuse: "a reason to refuse the file",
    },
    more: "Kept data stands on the contact and can become a field of its own later.",
  },
  unmappedAccepted: {
    lead: "Where columns without a field are asked about:",
    values: { yes: "they are left out without asking again", no: "each import has to say so" },
    more: "Leaving a column out is then a choice somebody made, never an accident.",
  },
  createFieldsInImport: {
    lead: "New fields while mapping columns:",
    values: { yes: "can be made there", no: "are made in the settings only" },
    more: "It takes an admin either way.",
  },
  createOptions: {
    lead: "A value that is not among a choice's options",
    values: { yes: "becomes a new option", no: "is not written, and the line says so" },
    more: "New options are easily made by spelling mistakes.",
  },
  match: {
    lead: "A line is recognised by, in this order,",
    values: {
      id: "record id",
      external_id: "external id",
      email: "email",
      phone: "phone",
      linkedin_url: "LinkedIn URL",
      account_email: "email within the account",
      account_name: "account, domain and name",
      name: "name",
    },
    more: "The first key that the line has and somebody answers to decides. Take one away and add it again to move it to the end.",
  },
  matchUpdate: {
    lead: "When an import only updates, a line is recognised by",
    values: {
      same: "the same keys",
      id: "record id",
      external_id: "external id",
      email: "email",
      phone: "phone",
      linkedin_url: "LinkedIn URL",
      account_email: "email within the account",
      account_name: "account, domain and name",
      name: "name",
    },
    more: "Updating by the record id alone is the safest.",
  },
  onMatch: {
    lead: "When a line matches an existing contact:",
    values: {
      update: "update it",
      skip: "leave it as it is",
      duplicate: "make a second one",
      fail: "fail the line",
      ask: "ask at each import",
    },
    more: "An import that only creates leaves existing contacts as they are where this says update.",
  },
  onContradiction: {
    lead: "When one key matches and a key before it differs:",
    values: { fail: "fail the line", update: "take it as the match" },
    more: "The same phone number under another email address, say. Failing keeps people who share a number apart.",
  },
  onNoMatch: {
    lead: "When an import only updates and a line matches nobody:",
    values: { skip: "skip the line", fail: "fail the line" },
    more: "It also counts for a line that names an id nobody has.",
  },
  allowDuplicates: {
    lead: "Two contacts with the same email or phone are",
    values: { yes: "allowed", no: "not allowed" },
    more: "Where they are allowed, only the record id and the external id identify a contact.",
  },
  inFile: {
    lead: "Lines of one file that are the same contact:",
    values: {
      fail: "all fail",
      first: "the first one counts",
      last: "the last one counts",
      merge: "are merged",
      both: "become two contacts",
    },
    more: "It is settled over the whole file. Merged lines that contradict each other fail; to an existing contact they only add, and take nothing from its lists.",
  },
};

export type PolicyReadingWords = typeof policyReading;
