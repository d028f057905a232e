/** Every cap of the edge to assistants: what they read costs them, and what they ask waits for an answer. */

/** Characters of one answer: some thousands of words, which an assistant can still hold beside the conversation. */
export const ANSWER_CHARS = 40_000;

/** Items of a page: lines, contacts, imports. */
export const PAGE_LIMIT = 50;

/** Rows of a file that are shown with how it is read. */
export const SAMPLE_ROWS = 10;

/** Lines shown as examples of one problem. */
export const EXAMPLE_LINES = 3;

/** Milliseconds that an answer waits for a plan, a run or an undo: clients give up after a minute. */
export const WAIT_MS = 20_000;

/** Milliseconds that a person may take to confirm. */
export const CONFIRM_MS = 10 * 60_000;
