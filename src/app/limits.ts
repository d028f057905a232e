/** Every cap of the product on one page, each with its unit and its reason. */

/** Rows written in one transaction: large enough that commits cost little, small enough that a cancel is felt within half a second. */
export const BATCH_ROWS = 2_000;

/** Rows that a reading thread packs at a time: what is unpacked when the collector comes is carried about, with 1,000 three times as much. */
export const PIECE_ROWS = 250;

/** Batches that may wait between the reading thread and the database: keeps both busy, memory flat. */
export const BATCHES_AHEAD = 2;

/** Batches whose keys are looked up together, one such group ahead of whoever writes: the more at once the less a key costs, and two groups are in memory. */
export const AHEAD_BATCHES = 5;

/** Lines to go from which on keys are looked up ahead: starting the thread takes as long as looking up 20,000 keys. */
export const AHEAD_LINES = 100_000;

/** Milliseconds a lease lasts without being renewed; a living holder renews it four times as often. One that died on this machine is known to be gone at once. */
export const LEASE_MS = 60_000;

/** Bytes of a file from which on its import is a large one: it takes longer than people wait for a small one. */
export const LARGE_IMPORT_BYTES = 32 * 1024 * 1024;

/** Attempts at a job that leave its import where it was: what has failed so often fails again. */
export const JOB_TRIES = 3;

/** Milliseconds a process waits for another one that is writing to the same folder before it gives up and says who works. */
export const BUSY_WAIT_MS = 60_000;

/** Milliseconds the database of those who sign in is waited for: what is written there is small. */
export const SIGN_IN_BUSY_MS = 5_000;

/** Milliseconds for which a link in an invitation works: a week off is no reason to be invited again. */
export const INVITATION_MS = 7 * 86_400_000;

/** Milliseconds for which a link works that the operator of the machine makes, and the one that the server prints. */
export const OPERATOR_LINK_MS = 86_400_000;

/** Keys that a run leaves beside the identity index before they are sorted: 16 bytes each, three times over while they are. */
export const PENDING_KEYS = 500_000;

/** Keys that are merged into the identity index in one transaction when a run has ended: who writes something small waits for no more. */
export const SLICE_KEYS = 50_000;

/** Rows that a move between databases reads and writes at a time, in one transaction. */
export const MOVE_ROWS = 2_000;
/** The same of tables that hold bytes, as the ledger does: a row is a block of some 100 KiB. */
export const MOVE_BLOCKS = 50;

/** Bytes of memory for each of the two filters that find keys standing on several lines: 2 bytes a key up to 8 million keys, and no more after. */
export const DUPLICATE_FILTER_BYTES = 16 * 1024 * 1024;

/** Bytes of a file from which on two threads scan it, a half each: starting and warming up the second is as much work as scanning 16 MB. */
export const HALVED_SCAN_BYTES = 32 * 1024 * 1024;

/** Contacts queued into a workflow, or moved on in it, in one transaction: imports that run meanwhile wait for it. */
export const RUNS_AT_ONCE = 500;

/** Mails, posts and calls that one worker sends at the same time. */
export const DELIVERIES_AT_ONCE = 16;

/** How many of them may be for the same receiver, of all workers: one that hangs leaves the others room. */
export const LANE_AT_ONCE = 8;

/** Milliseconds that one of them may take, answer included: a worker that is asked to stop ends within ten seconds. */
export const DELIVERY_MS = 8_000;

/** Milliseconds for which a worker begins to send for one workspace before it looks at the next one. */
export const DELIVERY_TURN_MS = 1_000;

/** Milliseconds after which a mail or post that tells a member something is no news any more, and is not sent. */
export const NOTICE_MS = 86_400_000;

/** Notifications of one page of a list, at most. */
export const NOTIFICATIONS_SHOWN = 200;

/** Tasks of one page of the feed, at most, and lines that failed that are shown with each. */
export const TASKS_SHOWN = 100;
export const TASK_PROBLEMS = 5;

/** Webhooks of a workspace: each import that ends is told to all of them. */
export const MOST_ENDPOINTS = 50;

/** Characters of an address that a webhook calls. */
export const WEBHOOK_URL_CHARS = 2_000;

/** Milliseconds for which the former secret of a webhook signs beside the new one. */
export const FORMER_SECRET_MS = 86_400_000;

/** Milliseconds after which a delivery whose worker says nothing more is taken over, on another machine; on the same one a worker that died is known to be gone at once. */
export const DELIVERY_LEASE_MS = 60_000;

/** Bytes of an answer that are read: a webhook's says nothing that is needed. */
export const DELIVERY_ANSWER_BYTES = 64 * 1024;

/** Bytes of a profile: a real one has a few thousand. */
export const PROFILE_BYTES = 1024 * 1024;

/** Milliseconds for which a profile that was found stands in for the service, and one that does not exist. */
export const PROFILE_KEPT_MS = 30 * 86_400_000;
export const NO_PROFILE_KEPT_MS = 86_400_000;

/** Effects of one page of a list. */
export const EFFECTS_PAGE = 1_000;

/** Rows whose cells are shown as samples and judged when columns are mapped. */
export const SAMPLE_ROWS = 200;

/** Rows whose values are counted while somebody waits to see them: about a second. */
export const VALUE_ROWS = 100_000;

/** Different values of a column that are counted: one with more is no choice, and its values are no list to look through. */
export const VALUE_KINDS = 10_000;

/** Values of a column that are shown to be mapped, the most frequent ones. */
export const VALUES_SHOWN = 200;

/** Bytes of a stored file whose rows are made together, and live together: with 256 KiB the collector carries three times as many about. */
export const ROWS_BYTES = 32 * 1024;

/** Bytes read from a file at a time: the system call costs nothing then; at 32 KiB it is four times as dear. */
export const READ_BYTES = 256 * 1024;

/** Characters gathered before a converted file or a workbook is written on: a piece for each row would cost more than the row. */
export const PIECE_CHARS = 64 * 1024;

/** Lines per block of the ledger's digest chain. */
export const DIGEST_LINES = 1_000;

/** Ledger lines undone in one transaction. */
export const UNDO_LINES = 5_000;

/** Contacts read from the database at a time for an export. */
export const CONTACTS_PAGE = 1_000;

/** Contacts of one page of a list, at most: a list is looked at, an export takes all. */
export const CONTACTS_SHOWN = 1_000;

/** Contacts that are listed with their account; a list of contacts shows the others. */
export const MEMBERS_SHOWN = 20;

/** Ledger lines read at a time for a listing: a page of them is in memory, never the ledger. */
export const LEDGER_PAGE = 1_000;

/** Characters of a name that people give: a member's, a key's, a tag, a connected source. */
export const NAME_CHARS = 200;

/** Lines with corrected cells up to which they are planned by themselves: a quarter of a second. Beyond that it is the whole plan that is made anew. */
export const CORRECTED_LINES = 500;

/** Values that are corrected everywhere in one import: each cell of their columns is compared with them. */
export const FIX_RULES = 1_000;

/** Texts counted one by one that a promoted field cannot read: as examples, however many there are. */
export const UNREAD_TEXTS = 1_000;

/** Bytes of a receipt: 100 for each 1,000 lines of its ledger, and a few for each column. */
export const RECEIPT_BYTES = 64 * 1024 * 1024;

/** Bytes of the list in a backup: 70 for each source file. */
export const BACKUP_LIST_BYTES = 256 * 1024 * 1024;

/** Bytes first read of a row that is looked up again in its file; most rows fit, longer ones are read with more. */
export const ROW_BYTES = 16 * 1024;

/** Bytes that any archive or workbook may unpack to, however small it is: a second of work. */
export const UNPACKED_BYTES = 128 * 1024 * 1024;

/** What larger ones may unpack to, for each of their bytes. Sheets of a million equal rows stay below 200; deflate cannot do more than 1,032. */
export const UNPACKED_RATIO = 250;

/** Files of an archive that are looked at; a workbook has some dozens. */
export const ARCHIVE_FILES = 10_000;

/** Bytes of a workbook's smaller parts (its list of sheets, its cell formats), which are read whole. */
export const WORKBOOK_PART_BYTES = 32 * 1024 * 1024;

/** Bytes of a workbook's shared texts that stay in memory; the others go to a scratch file. */
export const SHARED_TEXT_BYTES = 16 * 1024 * 1024;

/** Characters of XML without a tag: longer than any cell may be. */
export const XML_TEXT_CHARS = 16 * 1024 * 1024;

/** Elements of XML inside each other; a workbook has a dozen. */
export const XML_DEPTH = 200;

/** Bytes of a file, behind its first ones, by which its encoding is judged: looked through in a twentieth of a second. */
export const ENCODING_SAMPLE_BYTES = 16 * 1024 * 1024;

/** Places of a larger file from which these bytes are taken. */
export const ENCODING_SAMPLES = 64;

/** Bytes of a workbook or an archive from which on a thread of its own converts it: what it leaves in memory goes with it, and the others work on. */
export const THREADED_CONVERSION_BYTES = 2 * 1024 * 1024;

/** Bytes of a file from which on a thread of its own reads it: starting the thread takes as long as reading so much, and twice the work of all else in a small import. */
export const THREADED_READING_BYTES = 256 * 1024;

/** Pieces of a converted file that may wait for whoever stores them. */
export const PIECES_AHEAD = 8;

/** Contacts read at a time by a search for possible duplicates. */
export const PEOPLE_PAGE = 2_000;

/** Bytes of the filter that tells which keys come more than once; above four million contacts it errs more, and more keys are put aside. */
export const SEARCH_FILTER_BYTES = 64 * 1024 * 1024;

/** Contacts that share a key and are compared with each other, at most: what more share, such as a frequent name, tells nobody apart. */
export const BLOCK_CONTACTS = 50;

/** Keys whose contacts are compared at a time. */
export const BLOCKS_PAGE = 500;

/** Pairs that a search keeps, to have the likeliest first: nobody looks through more by hand. */
export const DUPLICATE_PAIRS = 100_000;

/** Contacts of a workspace up to which an import that has ended looks for possible duplicates by itself: a tenth of a second. */
export const CHEAP_SEARCH_CONTACTS = 1_000;

/** Contacts that are merged into one at a time. */
export const MERGED_CONTACTS = 20;

/** Merges of one page of their list. */
export const MERGES_SHOWN = 1_000;

/** Contacts that a bulk change changes in one transaction: others wait for it, a tenth of a second. */
export const BULK_AT_ONCE = 1_000;

/** Transactions of a bulk change, or its undo, that the request for it does itself: what is small is done when the answer comes. */
export const BULK_STEPS_ASKED = 5;

/** Views of the list of contacts that one member keeps: more are found by nobody. */
export const VIEWS_KEPT = 100;

/** Contacts whose numbers are read at a time to count them. */
export const COUNTED_AT_ONCE = 20_000;

/** Contacts that a request names one by one; more are meant by a search and filters. */
export const NAMED_CONTACTS = 20_000;

/** Tags that a bulk change gives or takes. */
export const BULK_TAGS = 50;

/** Milliseconds for which contacts that a bulk change has deleted can be brought back; after that nothing of them is kept with it. */
export const DELETED_KEPT_MS = 30 * 86_400_000;

/** Milliseconds that an uploaded file waits for its import. */
export const UPLOAD_KEPT_MS = 86_400_000;

/** Uploads that one person or key may have waiting in a workspace: each may be as large as a file may be. */
export const UPLOADS_WAITING = 1_000;

/** Uploads whose time is over that are removed at a time. */
export const UPLOADS_SWEPT = 100;

/** Milliseconds that one waits whose files could not be removed: it is not to stand in front of the others with every sweep. */
export const UPLOAD_PUT_OFF_MS = 600_000;

/** Milliseconds for which one request looks for what a search and filters leave, where no index tells: the rest is the next page's. */
export const LOOK_MS = 40;

/** Contacts that the search index takes up in one transaction: others wait for it, a tenth of a second. */
export const INDEXED_AT_ONCE = 2_000;

/** Minutes for which a token for embedding works: a page asks for another one in time, and one that has leaked is soon of no use. */
export const EMBED_MINUTES = { least: 1, usual: 15, most: 60 };

/** Origins that one token names: a product has a few addresses, and the policy of the page names each. */
export const EMBED_ORIGINS = 10;

/** Contacts that one request erases: each is looked for in every ledger and file, and what would go is looked at by a person first. */
export const ERASED_AT_ONCE = 1_000;

/** Milliseconds for which what would be erased is kept to be looked at. */
export const ERASURE_PLAN_KEPT_MS = 86_400_000;

/** Contacts, and accounts, and opportunities that are named beside an erasure because they name the person: more are not gone through by hand. */
export const MENTIONS_FOUND = 50;
