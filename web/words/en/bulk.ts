/** Many contacts changed at once: what can be done, what was done, and the way back. */
export const bulk = {
  chooseMatching: (shown: string) => `Choose all ${shown} that match`,
  chooseEvery: (shown: string) => `Choose all ${shown}`,

  tags: "Tags",
  tagsHint: "Type a tag",
  addTags: "Add",
  removeTags: "Remove",
  owner: "Owner",
  nobody: "Nobody",
  setOwner: "Set the owner",
  doNotTouch: "Do Not Touch",
  mark: "Mark Do Not Touch",
  unmark: "Take back Do Not Touch",
  delete: "Delete",
  more: "More",

  count: (count: number, shown: string) => (count === 1 ? "1 contact" : `${shown} contacts`),
  added: (tags: string) => `Tagged ${tags}`,
  removed: (tags: string) => `Tag taken away: ${tags}`,
  owned: (owner: string) => `Owner is now ${owner}`,
  ownedByNobody: "Owner taken away",
  marked: "Marked Do Not Touch",
  unmarked: "Do Not Touch taken back",
  deleted: "Deleted",
  made: "Created",
  edited: "Changed",
  unchanged: "Nothing to change: all of them were so already.",
  undo: "Undo",
  undone: (shown: string) => `Taken back: ${shown} as before.`,
  stayed: (count: number, shown: string) =>
    count === 1 ? "1 keeps what was changed since." : `${shown} keep what was changed since.`,

  running: (what: string) => `${what}…`,
  soFar: (shown: string) => `${shown} so far`,
  undoing: (what: string) => `Taking back “${what}”…`,
  waits: "waits until the import has ended",
  interrupted: "waits for an import that was interrupted: go on with it or cancel it",

  title: "Bulk changes",
  says: "Contacts that were changed together. Each change can be taken back: whatever was edited since stays as it is.",
  none: "No bulk changes yet",
  noneText:
    "Choose contacts in the list to give them tags or an owner, mark or delete them. What was done stands here, and can be taken back.",
  toContacts: "To the contacts",
  by: (who: string, when: string) => `${who}, ${when}`,
  alike: (shown: string) => `${shown} were so already`,
  spared: (shown: string) => `${shown} were changed meanwhile, and stay`,
  takenBack: (who: string, when: string) => `Taken back by ${who}, ${when}`,
  gone: (shown: string) => `${shown} are not there any more`,
  away: (shown: string) => `${shown} are merged or deleted now: undo that first, then this again`,
  expired: "Too long ago to be taken back",
  loadMore: "Show more",

  byHand: (who: string) => `${who}, in a bulk change`,
  open: "Show the bulk changes",
};

export type BulkWords = typeof bulk;
