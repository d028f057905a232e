/** Lists of contacts, accounts and opportunities, and one of each. */
export const contacts = {
  search: "Search",
  searchContacts: "Search contacts",
  searchHint: "Name, e-mail, phone or account",
  clearSearch: "Clear the search",
  found: (count: number, shown: string) => (count === 1 ? "1 found" : `${shown} found`),
  foundMore: (shown: string) => `more than ${shown} found`,
  grid: "Contacts",
  loadingMore: "Fetching more…",
  chooseAll: "Choose all that are loaded",
  choose: (name: string) => `Choose ${name}`,
  chosen: (count: number, shown: string) => (count === 1 ? "1 chosen" : `${shown} chosen`),
  clearChoice: "Clear the choice",
  mergeChosen: "Merge",
  copyEmails: "Copy e-mail addresses",
  copied: (count: number, shown: string) =>
    count === 1 ? "1 e-mail address copied." : `${shown} e-mail addresses copied.`,
  notCopied: (count: number, shown: string) =>
    count === 1
      ? "1 chosen contact is not in the list shown now, and was left out. The export has all of them."
      : `${shown} chosen contacts are not in the list shown now, and were left out. The export has all of them.`,
  resize: (name: string) => `Width of ${name}`,

  name: "Name",
  account: "Account",
  created: "Added",
  updated: "Changed",

  add: "Add",
  importEntry: "Import",
  updateEntry: "Update from a file",
  createEntry: "Create one",
  template: "Download template",
  dropZone: "Drop the file to import it",
  dropHint: "Nothing is written before you have seen what would happen.",
  tooManyFiles: "One file at a time",
  tooManyFilesFix: "Drop the files one after the other.",

  export: "Export",
  exportAs: (format: string) => `Export as ${format}`,
  exportNote:
    "With the search and filters that are set. Edit the file and bring it back: only what changed is written.",

  columns: "Columns",
  findColumn: "Find a column",
  standardColumns: "Back to the usual columns",
  customData: "Custom data",

  views: "Views",
  noViews: "A view keeps the search, the filters and the columns under a name.",
  shareView: "For all members",
  sharedBy: (who: string) => `Shared by ${who}`,
  saveView: "Save this view",
  viewName: "Name of the view",
  save: "Save",
  removeView: (name: string) => `Remove the view ${name}`,
  viewRemoved: (name: string) => `The view ${name} was removed.`,
  allContacts: "All contacts",
  undo: "Undo",

  none: "No contacts yet",
  noneText:
    "Import a spreadsheet: you see what would happen to every line before anything is written. A file can also be dropped anywhere on this page.",
  noneViewer: "Contacts appear here as soon as somebody imports them.",
  noneFound: "No contact is like that",
  noneFoundText: "Change or remove a filter, or search for something else.",
  removeFilters: "Remove search and filters",

  duplicates: "Possible duplicates",

  bannerStarted: "Import started. Processing contacts…",
  bannerUndo: "An import is being taken back…",
  bannerProgress: (file: string, done: string, lines: string) => `${file}: ${done} of ${lines} lines`,
  bannerScan: (file: string) => `${file} is being read`,
  bannerLeft: (seconds: number) =>
    seconds < 60 ? "less than a minute left" : `about ${Math.round(seconds / 60)} min left`,
  bannerOpen: "Show",
  bannerDone: (file: string, created: string, updated: string) =>
    `${file} is imported: ${created} created, ${updated} updated.`,
};

export type ContactsWords = typeof contacts;
