/** Every cap of the HTTP edge, each with its unit and its reason. */

/** Items of one page of a list: what a page of the web app shows, with room for scripts. */
export const PAGE_LIMIT = 500;

/** Bytes of a JSON body that is no file of rows: the largest real one is a list of corrected cells. */
export const JSON_BYTES = 4 * 1024 * 1024;

/** Parts of a form: one is the file, another one what is said about it. A name and its headers are short. */
export const FORM_PARTS = {
  fields: 20,
  files: 20,
  parts: 40,
  fieldSize: JSON_BYTES,
  fieldNameSize: 100,
  headerPairs: 100,
};

/** Opportunities that the answer of one contact holds; their list has the others. */
export const THEIR_OPPORTUNITIES = 50;

/** Connections to the embedded database that requests share. Each has a page cache of its own. */
export const CONNECTIONS = 6;

/** Milliseconds between two looks at an import whose progress somebody follows. */
export const PROGRESS_MS = 400;

/** Milliseconds between two looks at whether somebody who follows an import still may: two small queries each. */
export const MAY_FOLLOW_MS = 5_000;

/** Imports that one key or person may follow at the same time: each is looked at every `PROGRESS_MS`. */
export const FOLLOWED_AT_ONCE = 50;

/** How much longer the possible duplicates of a larger workspace are remembered than it took to find them: all contacts are compared. */
export const DUPLICATES_LAST = 10;

/** How much longer the number of contacts with each tag is remembered than it took to count: every contact is looked at. */
export const TAG_COUNTS_LAST = 10;

/** Seconds that `?wait=` may hold an answer: below the time after which proxies give up. */
export const WAIT_SECONDS = 55;

/** Milliseconds in which requests that are under way may end when the server is stopped. */
export const DRAIN_MS = 5_000;

/** Milliseconds between two looks for connections that have become idle while the server is stopped: nobody else closes them. */
export const DRAIN_LOOK_MS = 50;

/** Requests with a wrong key that one address may send in a minute before it is answered no more. */
export const FAILED_IDENTITIES = 30;

/** Characters of an account's or an address's name that tries are counted by: longer than any address, so that what is kept stays small. */
export const COUNTED_NAME_CHARS = 320;

/** Passwords tried at one account: a person mistypes a few times, a guesser gets a thousand a day. */
export const TRIES_PER_ACCOUNT = { tries: 10, seconds: 15 * 60 };

/** Passwords tried from one address: an office shares one. */
export const TRIES_PER_ADDRESS = { tries: 100, seconds: 15 * 60 };

/** Sign-in mails asked for, for one account and from one address: nobody's mailbox is filled by others. */
export const LINKS_PER_ACCOUNT = { tries: 5, seconds: 60 * 60 };
export const LINKS_PER_ADDRESS = { tries: 50, seconds: 60 * 60 };

/** Seconds that a session lasts after it was last seen, and from which age on being seen is written down. */
export const SESSION_SECONDS = 14 * 86_400;
export const SESSION_SEEN_SECONDS = 86_400;

/** Milliseconds after signing in by a link in which a forgotten password can be replaced. */
export const REPLACE_PASSWORD_MS = 60 * 60_000;

/** Characters of a password: long enough that throttled guessing is hopeless; hashing costs the same for each of them. */
export const PASSWORD_CHARS = { least: 12, most: 128 };

/** Seconds for which a link that somebody asked for by mail works. */
export const MAILED_LINK_SECONDS = 15 * 60;

/** Characters of an Idempotency-Key: a UUID has 36. */
export const IDEMPOTENCY_KEY_CHARS = 255;

/** Milliseconds for which an answer is kept for a request that comes again. */
export const ANSWER_KEPT_MS = 86_400_000;

/** Characters of an answer that is kept: an import with its mapping and policy has some thousands. */
export const ANSWER_KEPT_CHARS = 1024 * 1024;

/** Milliseconds in which nothing may move on a connection: whoever is slower is gone. Longer than any `?wait=`, and than the pause between two heartbeats. */
export const IDLE_MS = 120_000;

/** Milliseconds between two heartbeats of a stream of events: proxies give up after 30 s or more. */
export const HEARTBEAT_MS = 15_000;

/** Milliseconds between two looks at an import whose end an answer waits for: not felt, and a few microseconds of work each. */
export const WAIT_STEP_MS = 50;
