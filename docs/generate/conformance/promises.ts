/**
 * What Muster promises, item by item. A test that proves an item names it in its title, such as `(C-H3)`; which tests those are is
 * found, not listed. Numbers are never used again.
 */

export type ProductPromise = {
  readonly says: string;
  /** What is not there yet, or not proven: the item then counts as kept in part at most. */
  readonly lacks?: string;
};

export type Section = { readonly title: string; readonly promises: Readonly<Record<string, ProductPromise>> };

export const SECTIONS: readonly Section[] = [
  {
    title: "Ways in",
    promises: {
      "C-A1": { says: "A web page: drop a file, see its columns, decide, import; by keyboard alone, too." },
      "C-A2": {
        says: "An HTTP API takes the same files, as a form, a body or a resumable upload, and JSON rows.",
      },
      "C-A3": {
        says: "A command line does the whole job with no server running, on the embedded database; and, with an API key, on a server.",
      },
      "C-A4": {
        says: "The pure parts (read, map, normalise, plan) can be imported into another program. They run in a browser too.",
      },
      "C-A5": { says: "A preset has the labels and words of its system, and pages say them." },
      "C-A6": {
        says: "Another product puts the import into its own page, by an element and a token for minutes: of one workspace, one person and some origins, for imports alone. It says when it is done and what is wrong, and wears the page's colours.",
      },
    },
  },
  {
    title: "Files",
    promises: {
      "C-B1": {
        says: "CSV and other delimited text is read, Excel workbooks, OpenDocument spreadsheets, contact cards (vCard 2.1, 3.0, 4.0), directories (LDIF), JSON rows, and the one file in an archive, by their bytes. A preset may narrow the kinds, and what is not read is refused in words.",
      },
      "C-B2": { says: "The delimiter is found, with what speaks for it, and can be said instead." },
      "C-B3": {
        says: "The encoding is found by evidence from all over the file, and can be said instead; a doubtful guess shows the other readings. Where the file contradicts it, reading begins again. Bytes that do not fit are reported, never written.",
      },
      "C-B4": { says: "A workspace may cap the size of a file; without a cap it is streamed." },
      "C-B5": { says: "Of several sheets one is asked for, or they are refused." },
      "C-B6": { says: "The header may be messy, doubled, empty or, where the policy allows, missing." },
      "C-B7": {
        says: "One line per contact, what it shares with others repeated; only the columns that are there are touched.",
      },
      "C-B8": {
        says: "Quoted newlines, ragged rows, NULs, mixed line ends, an unclosed quote, a cell of 10 MB: read, or refused with the line; no crash, no row lost. A wrong line of NDJSON fails alone.",
      },
    },
  },
  {
    title: "Templates and round trip",
    promises: {
      "C-C1": {
        says: "A template has headers that map by themselves, the workspace's own fields, and a row that is taken.",
      },
      "C-C2": { says: "An export has the record id; edited and imported again, only what was edited is written." },
      "C-C3": {
        says: "A spreadsheet runs nothing that an export holds, and importing it again gives back the same values.",
      },
    },
  },
  {
    title: "Mapping",
    promises: {
      "C-D1": {
        says: "A field is proposed for each column by its header and its values, with how sure that is; required ones are enforced before the start.",
      },
      "C-D2": { says: "The exports of other products, and the plain built-in names, map at once." },
      "C-D3": { says: "Columns may stay unmapped only where the policy lets them." },
      "C-D4": {
        says: "Columns that are no field are kept on the contact, asked about, ignored, or refused. Kept values become a field afterwards, with those of all contacts.",
      },
      "C-D5": { says: "A workspace has fields of its own, of any type but those that stand for ids, people and tags." },
      "C-D6": { says: "One own field may hold the external id, and a column of that name goes to it." },
      "C-D7": { says: "A mapping that a person gave is offered again for the same header, and can be named." },
      "C-D8": {
        says: "Several columns may feed one field, one cell a field and the list beside it; a constant fills what rows leave open, values may be read as others, and a full name is split into first and last name where it tells them.",
      },
    },
  },
  {
    title: "Values",
    promises: {
      "C-E1": {
        says: "Addresses as mailbox providers take them, the domain in lower case; anything else is an invalid email address. What stands for no value (`n/a`, `-`, `keine`) counts as an empty cell there, and wherever a field has a form of its own.",
      },
      "C-E2": {
        says: "Phone numbers as E.164, read in the country of a calling code in the column beside, else the row's country, else the workspace's, else the one that the file's numbers show; libphonenumber is the oracle.",
      },
      "C-E3": {
        says: "27 patterns of dates, month names of eight languages; whether day or month comes first is decided for a column, never for a cell; impossible dates are refused. Years of two digits are read only as birthdays, where the column shows their order and one century alone is possible.",
      },
      "C-E4": { says: "Lists are parted by the policy's separators, never inside a known option or tag." },
      "C-E5": {
        says: "A single choice takes one option; an unknown one is a warning, or a new one where the policy allows.",
      },
      "C-E6": { says: "Numbers and amounts are exact decimals; the decimal mark is decided for a column." },
      "C-E7": {
        says: "Further addresses and numbers of a contact, several in a cell: each is a key, none stands twice, and a line can make one of them the first.",
      },
      "C-E8": {
        says: "Owners and followers are members, by name or address as the policy says; one who is not found, or a name that two share, is left out with a warning. Without members they are kept as they are written, and a member can adopt them later. Workflows assign members only.",
      },
      "C-E9": {
        says: "What a provider says of a phone number belongs to that number: it goes when the number goes, comes back with it, and is never left on another.",
      },
      "C-E10": {
        says: "Damage done by a spreadsheet is found, repaired where no digit is lost, and else refused. Text that was encoded twice is put right where nothing is lost.",
      },
    },
  },
  {
    title: "Matching and duplicates",
    promises: {
      "C-H1": { says: "What a row is recognised by is an ordered list of keys." },
      "C-H2": { says: "On a match: update, skip, duplicate or fail; without one: create, skip or fail." },
      "C-H3": {
        says: "Rows of one file that are the same contact are found over the whole file: fail, first, last, merge, or keep both.",
      },
      "C-H4": {
        says: "Keys that point at two contacts, or a key that several share, refuse the row with all of them named.",
      },
      "C-H5": {
        says: "Values are compared in their canonical form, first and further ones; deleted contacts never match.",
      },
      "C-H6": {
        says: "Contacts that may be one person are listed with a score and the reasons, of one import or all; a person merges them by hand or calls them two people, and undoing a merge puts everything back that was not changed since. Nothing is merged by itself.",
      },
    },
  },
  {
    title: "What is written",
    promises: {
      "C-I1": { says: "Create, update, or both." },
      "C-I2": { says: "Empty cells keep or clear, for the import or for a field; a token clears whatever is said." },
      "C-I3": {
        says: "Tags are merged or replaced; an import can tag all its contacts. The workspace has a list of its tags; imports add to it, or write only what is on it and name the others.",
      },
      "C-I4": { says: "What a new contact must have, and which of it is missing." },
      "C-I5": {
        says: "The owner of a contact stays unless owners are overridden; then it is the file's, or the member who imports where the line names none.",
      },
      "C-I6": {
        says: "Do Not Touch and opt-outs are raised by a line, or on all contacts of an import, and never lowered unless that is asked for. A contact that is marked is never queued into a workflow.",
      },
      "C-I7": {
        says: "A contact is made, and its values are corrected, by hand: read and checked as a line of an import is, refused value by value with who is there already, never over what somebody else has changed unseen. Who wrote a value and when stands beside it; each change can be undone, and an import's undo keeps it.",
      },
    },
  },
  {
    title: "Accounts and authority",
    promises: {
      "C-F1": {
        says: "An account is an object of its own, found by id, name and domain as the policy says, or made; an id and a name of two accounts fail the row. Spellings of one are told, never merged.",
      },
      "C-F2": { says: "A contact has a position, which lines set and change." },
      "C-F3": {
        says: "An account has one main contact at any time: the latest import's; of two in one file the last line's, with a warning that names it, unless that line fails.",
      },
      "C-F4": {
        says: "Accounts are imported, exported and undone like contacts, with their managers, who are members by their address; one who is not found is a warning with its fix, and the others are written. A new name reaches the contacts that said the former one.",
      },
      "C-F5": {
        says: "A connected source owns its fields, by a matrix that is data: an import does not write them, names the owner in a warning that the plan shows, and writes the rest of the line. Where a source keeps the main information, lines make no contacts.",
      },
    },
  },
  {
    title: "Workflow and enrichment",
    promises: {
      "C-O1": {
        says: "New contacts of an import are queued into a workflow, never those marked Do Not Touch; waits survive a restart, and each step is done once.",
      },
      "C-O2": {
        says: "Rows with a profile address alone are filled in from the profile; a service that fails is the finding of that row.",
      },
      "C-O3": {
        says: "Mails, posts and calls are held for a time, tried again, given up and listed; at least once, always under one key.",
      },
    },
  },
  {
    title: "Permission",
    promises: {
      "C-M1": {
        says: "Roles say who may import, undo, and change fields, policy and members; a key may do what both its role and its scopes allow, and never more than its maker. Whoever may not is refused with what to do.",
      },
      "C-M2": { says: "Import can be off for a workspace until an admin turns it on; who did and when is kept." },
      "C-M3": {
        says: "A disclaimer has to be accepted before the start where the policy says so, not for a plan; who accepted it, when, and its words are kept with the import.",
      },
      "C-M4": {
        says: "Workspaces do not see each other, and members only their own. Nobody signs in who is no member; one who is removed is out at once, with sessions, links and keys.",
      },
    },
  },
  {
    title: "Plan",
    promises: {
      "C-P1": {
        says: "Before anything is written: counts, and for each line its outcome, match, changes and problems. Cells are corrected in place, one by one or a value wherever it stands, and the plan is made anew.",
      },
      "C-P2": { says: "The run does what the plan showed; where a contact was changed in between the line says so." },
      "C-P3": { says: "A dry run is a plan that is not run." },
    },
  },
  {
    title: "Run and notify",
    promises: {
      "C-N1": {
        says: "An import works in the background, and pages show that it does.",
      },
      "C-N2": { says: "Progress while it works; a stop ends after the batch." },
      "C-N3": {
        says: "Who started an import, and of failures the admins, are told in the app, by mail and in Slack, as each profile says: once, with a link to the import and without a cell.",
      },
      "C-N4": {
        says: "A feed of tasks: what runs and how far it is, what waits and for whom, and what failed with its first lines, each with its reason.",
      },
    },
  },
  {
    title: "History",
    promises: {
      "C-Q1": { says: "The imports with who, when, file, policy, mapping and counts, and each problem with its fix." },
      "C-Q2": {
        says: "Lines with errors come out with their text, line, error and fix; corrected and imported again they continue the same import, read as it was, and repeat no good line.",
      },
      "C-Q3": { says: "A contact says which imports touched it, and what each changed." },
    },
  },
  {
    title: "Undo",
    promises: {
      "C-U1": {
        says: "An import is taken back, creates and updates, whole or one line; a field edited since is kept and listed.",
      },
      "C-U2": {
        says: "Tags, owners, kept columns, own fields and queued workflows likewise; what was sent is listed; accounts, links and main contacts too; tags and accounts that the import made go where nobody else has them; a member's changed address does not stand in the way.",
      },
    },
  },
  {
    title: "Opportunities and pipelines",
    promises: {
      "C-R1": {
        says: "Opportunities alone or in one file with their contacts: created, updated, or both; each contact once, tags to the contacts; what stops one part of a line stops both; undone with the import.",
      },
      "C-R2": {
        says: "Pipelines and stages in a file of their own, matched by id, then by name; one default, the last word counts; template, export and undo.",
      },
    },
  },
  {
    title: "What others do not have",
    promises: {
      "C-X1": { says: "The ledger balances, with every line once; an import that does not balance cannot be done." },
      "C-X2": {
        says: "Killed at any moment, it goes on by itself and ends as if undisturbed; no effect is lost, or sent under two keys.",
      },
      "C-X3": { says: "The same file again writes nothing.", lacks: "not for what reliability.md lists" },
      "C-X4": {
        says: "No cap on rows, and memory that does not grow with the file.",
        lacks: "measured by `npm run bench -- --growth`, not by a test",
      },
      "C-X5": { says: "Preview, plan and run share the code that makes rows of bytes, however those are cut." },
      "C-X6": { says: "Each value knows the import, line, column and raw text that wrote it." },
      "C-X7": { says: "A policy diff: what would become of a file's lines under another preset, with the reasons." },
      "C-X8": {
        says: "A receipt over file, reading, mapping, policy and ledger; a command checks a workspace against it, and says what differs.",
      },
      "C-X9": {
        says: "A person can be erased from contacts, ledgers, before-images and stored files; the ledger still balances, receipts are still checked, and nothing brings them back.",
        lacks: "not from backups that were made before",
      },
    },
  },
];
