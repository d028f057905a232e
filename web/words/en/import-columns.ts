/** The second step of an import: columns, and how it behaves. */
type Summary = {
  readonly mapped: string;
  readonly all: string;
  readonly kept: string | null;
  readonly out: string | null;
};

/** How a column was mapped. */
export type FoundColumn = {
  readonly foundBy: "person" | "saved" | "header" | "similar_header" | "content" | "position" | "policy";
  readonly header: string;
  /** Null = it goes to none. */
  readonly field: string | null;
};

export const importColumns = {
  inFile: "Column in your file",
  field: "Field",
  how: "How it was found",
  samples: "Samples",
  noValues: "no values",
  fieldOf: (header: string) => `Field for ${header}`,
  fields: "Fields",
  ownFields: "Your own fields",
  otherwise: "Otherwise",
  keep: "Keep as custom data",
  leaveOut: "Leave out",
  newField: "New field …",
  noSuchField: "No field is called that.",
  foundBy: {
    person: "Your choice",
    saved: "As last time",
    header: "By its header",
    similar_header: "By a similar header",
    content: "By its values",
    position: "By its position",
    policy: "By the policy",
  },
  /** Why a column goes where it goes; `said` is how the mapping itself puts it. */
  because: (_found: FoundColumn, said: string): string => said,
  noField: { keep: "Not lost: kept beside the fields", out: "Not imported" },
  sure: (percent: string) => `${percent} sure`,
  doubtful: (percent: string) => `Look at this: ${percent} sure`,
  or: "or",
  there: "is there",
  missing: "is missing",
  summary: ({ mapped, all, kept, out }: Summary) =>
    [
      `${mapped} of ${all} columns go to fields`,
      kept === null ? null : `${kept} kept as custom data`,
      out === null ? null : `${out} left out`,
    ]
      .filter((part) => part !== null)
      .join(", "),
  newFieldTitle: "New field",
  fieldName: "Name",
  fieldType: "Holds",
  of: { opportunity: (label: string) => `Opportunity: ${label}`, contact: (label: string) => `Contact: ${label}` },
  values: "Values",
  changedValues: (count: number, shown: string) => (count === 1 ? "1 value changed" : `${shown} values changed`),
  valuesOf: (header: string) => `Values of ${header}`,
  valuesTitle: (header: string, field: string) => `Values of ${header} in the field ${field}`,
  valuesSay: "What a value becomes holds for this import, and is remembered with its columns.",
  counting: "Counting the values",
  noValuesAtAll: "The column has no values.",
  unread: (count: number, shown: string) =>
    count === 1
      ? "1 value cannot be read and stays away. Choose what it is to become."
      : `${shown} values cannot be read and stay away. Choose what they are to become.`,
  valueInFile: "In your file",
  lines: "Lines",
  becomes: "Becomes",
  becomesOf: (value: string) => `What ${value} becomes`,
  asItIs: "As it is",
  otherValue: "Something else",
  notRead: "Cannot be read: stays away",
  leaveEmpty: "Leave empty",
  noSuchValue: "The field has no such value.",
  moreValues: (shown: string) => `${shown} more different values, each on fewer lines, are read as they are.`,
  countedIn: (shown: string) => `Counted in the first ${shown} lines.`,
  useValues: "Use these values",
  options: "Options",
  optionsHint: "Enter after each one.",
  cancel: "Cancel",
  makeField: "Make the field",
  choices: "How it is imported",
  choose: "Choose one",
  onMatch: "When a line is about someone who is there",
  onMatchIs: {
    update: "Update what is there",
    skip: "Skip the line",
    duplicate: "Make another one",
    fail: "Stop the line and tell me",
  },
  emptyCells: "An empty cell",
  emptyCellsAre: { keep: "Leaves what is there", clear: "Clears what is there" },
  acceptUnmapped: "Don't import data for unmapped columns",
  tags: "Tags for all of them",
  tagsHint: "Such as spring fair",
  owner: "Owner, where the file names none",
  nobody: "Nobody",
  overrideOwners: "Override existing contact owners",
  workflow: "New contacts are queued into",
  noWorkflow: "No workflow",
  dnt: "Mark all of them Do Not Touch",
  country: "Phone numbers without a country are of",
  noCountry: "No country",
  localNumber: (number: string, header: string) =>
    `${number} in ${header} says no country. Such numbers are left out unless you choose theirs, or the file shows it.`,
  dateOrder: "Dates such as 04/05/2026 are",
  dateOrderFound: "As the column shows",
  dateOrderIs: { DMY: "4 May (day first)", MDY: "April 5 (month first)", YMD: "Year first" },
  savedMapping: "Use a saved mapping",
  noSaved: "None",
  saveMapping: "Remember these columns as",
  saveMappingHint: "A name, if you like",
  toCheck: "Check what will happen",
  checkAgain: "Check again with the changes",
  begun: "This import has begun: its columns stay as they are.",
  toRun: "See how it goes",
};

export type ImportColumnsWords = typeof importColumns;
