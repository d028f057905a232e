/** What pages say that have nothing to show. */
export const empty = {
  accounts: "No accounts yet",
  accountsText:
    "Accounts come with contacts: import a file with a column such as Company, and its contacts are linked to them.",
  opportunities: "No opportunities yet",
  opportunitiesText: "Import a file of opportunities, or one that holds contacts and their opportunities.",
  imports: "No imports yet",
  importsText: "Every import is listed here with what became of each line, and can be undone.",
  tasks: "Nothing is going on",
  tasksText: "What runs, what waits and what failed stands here.",
  settings: "Settings",
  settingsText: "Policy, fields, members and connections of this workspace.",
  importFile: "Import a file",
};

export type EmptyWords = typeof empty;
