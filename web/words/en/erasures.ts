/** Erasing people for good: what would go, what stays, and what was erased. */
export const erasures = {
  erase: "Erase for good…",
  title: (count: number, shown: string) => (count === 1 ? "Erase a person for good" : `Erase ${shown} people for good`),
  looking: "Looking through every ledger and file for what would go…",
  waits: "An import is at work. This goes on when it has ended.",
  interrupted: "An import was interrupted half way. Go on with it or cancel it, and this goes on.",
  goes: "This goes, and nothing brings it back: no undo, and no import that is gone on with.",
  places: {
    contacts: (count: number, shown: string) =>
      count === 1 ? "the contact, with all its values" : `${shown} contacts, with those merged into them`,
    lines: (count: number, shown: string) =>
      `${count === 1 ? "1 line" : `${shown} lines`} in the ledgers of imports: only the outcomes stay`,
    rows: (count: number, shown: string) => `${count === 1 ? "1 row" : `${shown} rows`} of stored files`,
    uploads: (count: number, shown: string) =>
      count === 1
        ? "1 file that waits for its import and has rows of theirs, whole"
        : `${shown} files that wait for their import and have rows of theirs, whole`,
    opportunities: (count: number, shown: string) =>
      count === 1
        ? "the link to 1 opportunity, which stays without a contact"
        : `the links to ${shown} opportunities, which stay without a contact`,
    merges: (count: number, shown: string) =>
      count === 1 ? "the way back of 1 merge" : `the way back of ${shown} merges`,
    runs: (count: number, shown: string) => (count === 1 ? "1 run of a workflow" : `${shown} runs of workflows`),
    effects: (count: number, shown: string) =>
      `${count === 1 ? "1 message" : `${shown} messages`} of workflows: what has not gone out is cancelled`,
  },
  mentioned:
    "These name them too, and stay as they are, because what they say is about others as well. Change them by hand:",
  outside:
    "Backups, exports and mails that are out still hold them. Whoever restores an older backup erases them again: the list in Settings keeps their ids.",
  keep: "Keep",
  now: "Erase for good",
  again: "Try again",
  started: "They are being erased in the background.",
  says: "Who was erased for good, by whom and when. Ids and counts are kept, and no names.",
  none: "Nobody was erased",
  noneSays: "An admin erases a person on the page of the contact.",
  people: (count: number, shown: string) => (count === 1 ? "1 person" : `${shown} people`),
  asked: (who: string, when: string) => `${who}, ${when}`,
  states: {
    planning: "being looked at",
    planned: "not erased yet",
    erasing: "being erased",
    erased: "erased",
    refused: "not possible now",
  },
  look: "Details",
  looks: (people: string, when: string) => `Details: ${people}, ${when}`,
  ids: "Ids",
  went: "This is gone:",
};

export type ErasureWords = typeof erasures;
