/** Every cap of the HTTP edge, each with its unit and its reason. */

/** Items of one page of a list: what a page of the web app shows, with room for scripts. */
export const PAGE_LIMIT = 500;

/** Bytes of a JSON body that is no file of rows: the largest real one is a list of corrected cells. */
export const JSON_BYTES = 4 * 1024 * 1024;

/** Connections to the embedded database that requests share. Each has a page cache of its own. */
export const CONNECTIONS = 6;

/** Milliseconds between two looks at an import whose progress somebody follows. */
export const PROGRESS_MS = 400;

/** Seconds that `?wait=` may hold an answer: below the time after which proxies give up. */
export const WAIT_SECONDS = 55;

/** Milliseconds in which requests that are under way may end when the server is stopped. */
export const DRAIN_MS = 5_000;

/** Requests with a wrong key or a dead session that one address may send in a minute before it is answered no more. */
export const FAILED_IDENTITIES = 30;
