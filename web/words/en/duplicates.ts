/** Contacts that may be one person, and merging them. */
export const duplicates = {
  title: "Possible duplicates",
  count: (total: number, shown: string) => (total === 1 ? "1 pair" : `${shown} pairs`),
  text: "Pairs that may be one person, the likeliest first. Nothing is merged by itself, and every merge can be undone.",
  score: (percent: string) => `${percent} alike`,
  reason: (said: string): string => said,
  compare: "Compare",
  dismiss: "Two people",
  dismissed: "They are not listed again.",
  undo: "Undo",
  lessLikely: "Less likely ones too",
  none: "No possible duplicates",
  noneText: "Contacts are compared by name, e-mail, phone and account. After an import, look here again.",
  merge: "Merge contacts",
  mergeText:
    "Choose which contact is kept, and whose value is kept where they differ. Lists, such as tags, are joined.",
  field: "Field",
  keep: "Kept",
  takeValue: (field: string, name: string) => `${field} of ${name}`,
  onlyDifferences: "Only where they differ",
  mergeInto: (name: string) => `Merge into ${name}`,
  lost: (count: number) => (count === 1 ? "1 value is not kept" : `${count} values are not kept`),
  nothingLost: "Nothing is lost",
  done: (name: string) => `Merged into ${name}.`,
  undone: "The merge was taken back.",
  choose: "Choose contacts to merge",
  chooseText: "Choose two or more in the list of contacts, or a pair of possible duplicates.",
};

export type DuplicatesWords = typeof duplicates;
