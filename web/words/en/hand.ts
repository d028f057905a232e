/** One contact made or changed by hand. */
export const hand = {
  title: "New contact",
  says: "Each value is checked as an import would check it.",
  moreFields: "More fields",
  save: "Create",
  saveKeys: "Ctrl + Enter creates it.",
  cancel: "Cancel",
  made: (name: string) => `${name} was created`,
  notMade: "Not created yet",

  isHere: "Already here:",
  anyway: "Save all the same",

  change: (field: string) => `Change ${field}`,
  add: "Add a value",
  addHint: "Which field?",
  changed: (field: string) => `${field} changed`,
  changedMeanwhile: "Somebody has changed the contact meanwhile. Look at it as it is now, then save once more.",
  keys: "Enter saves, Escape leaves it as it was",
  keysLong: "Ctrl + Enter saves, Escape leaves it as it was",

  remove: "Delete",
  by: (who: string) => `${who}, by hand`,
  in: {
    create: "Created by hand",
    edit: "Changed by hand",
  } as Readonly<Record<string, string>>,
};

export type HandWords = typeof hand;
