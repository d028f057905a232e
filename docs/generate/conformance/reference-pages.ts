/**
 * What the import pages of four systems say happens, sentence by sentence in our words, each with the promises that keep it.
 * What only advises, or names a button, is left out.
 */

export type Sentence = {
  readonly items: readonly string[];
  readonly says: string;
  /** Words of a title: which of the many tests of its promises is this sentence's; null = all of them. */
  readonly shownBy: string | null;
};

export type ReferencePage = {
  /** The preset that reproduces the system. */
  readonly preset: string;
  readonly sentences: readonly Sentence[];
};

/** A line a sentence: its promises, what it says and, where that needs to be said, words of its test's title. */
const sentences = (text: string): readonly Sentence[] =>
  text
    .trim()
    .split("\n")
    .map((line) => {
      const [items = "", says = "", shownBy = null] = line.split(" | ");
      return { items: items.split(" "), says, shownBy };
    });

const RECEIVABLES = sentences(`
C-F5 | Details of contacts are updated only where no connected source overwrites them. | what a source owns is not overwritten
C-F5 | A native integration owns the main information; positions and the main contact may be imported. | what a source owns is not overwritten
C-F5 | With the API, main information, positions and the main contact may be imported. | what a source owns is not overwritten
C-F5 | With Salesforce and a native integration, positions and the main contact may be imported. | what a source owns is not overwritten
C-F5 | With Salesforce and the API, so may positions, unless the API overrules them. | what a source owns is not overwritten
C-C1 C-C2 | A file is made from scratch, or by exporting the contacts and changing the export.
C-B1 | The file is saved as CSV.
C-B2 | Semicolons, commas and vertical bars separate its columns.
C-B7 | There is one line per contact, also where a customer has several. | one line per contact
C-B7 | Columns are the fields to be updated. | only the columns present
C-D1 C-B6 | Columns are named as one likes; names only ease the mapping.
C-B7 C-F1 | The customer's id and/or name repeats on the line of each of its contacts. | repeat on each
C-I4 C-F1 | The customer's name is mandatory. | each required
C-I4 C-F1 | The client id, that of the accounting tool, is mandatory. | each required
C-I4 C-E1 | The contact's e-mail address is mandatory, one per line.
C-I4 | First and family name are optional.
C-I4 C-E2 | The phone number is optional, except where SMS or call reminders are used. | reminders
C-F2 | A position says who is reminded.
C-F3 | A “1” in a line's main contact column makes its contact the main one. | is said by
C-F3 | A customer has one main contact only. | one per account
C-F3 | The latest update overwrites who it is. | latest update
C-F5 C-F3 | An option of a native integration, where active, overrules the file's main contacts. | what a source owns is not overwritten
C-C1 | There is a template to fill in.
C-M2 | The import is not available until it is enabled. | until it is enabled
C-A5 | The customers' list leads to the import: “Assign customers”, or “Import customers” with an API.
C-D1 | Columns are mapped to fields, and mandatory ones are marked Required.
C-N3 | Whoever waits is notified in the app, by mail or in Slack, as their profile says.
C-Q1 | The import history has the time and the uploaded file of each import.
C-Q1 C-Q2 | An import with errors says why something was not updated, so that the file can be put right.
C-F4 | “Account manager not found; check the email.” is put right by making a member with that address.
C-N3 | The notification leads to the import; so does the history.
C-Q1 | An import shows how many lines failed, and the reasons. | how many lines failed
C-Q2 | The lines with errors are downloaded, put right, and imported again.
`);

const SIMPLE_CRM = sentences(`
C-B1 | Contacts are imported from CSV.
C-C1 | A template is downloaded, filled in, and imported.
C-A2 | CSV is sent to the API by a migration script.
C-I1 | Imports create new contacts.
C-H1 C-I1 | Imports update contacts that match exactly by email or phone.
C-D2 | Columns go to the built-in fields: names, email, phone, company, job title, tags.
C-D6 | External ids go to a field of one's own.
C-B6 | The file has a header row.
C-D6 | A column external_id goes to the field that is marked for it, by itself.
C-D5 | Own fields are made before the import.
C-Q1 | The result counts rows that were created, updated, skipped, and in error.
C-H1 | The email is looked for first, the phone second.
C-H1 C-X3 | A match is updated, not created twice.
C-B7 | Name, email, phone, company, job title, tags and own fields can be updated.
C-I3 | Tags are merged with those that the contact has.
C-B6 | Messy headers are better cleaned up first.
C-E2 | Phone numbers are better written in one form.
C-P3 | A small sample is imported first.
C-H1 | Without a matching email or phone a second contact is made.
C-R2 | Pipelines have a file, a template and an export of their own.
`);

const AGENCY_CRM = sentences(`
C-M1 | Only admins import.
C-C1 | There is a sample file, to create or to update.
C-B1 | The file is a CSV file.
C-B5 | It has one sheet.
C-B4 | It is smaller than 30 MB.
C-B6 | It has a header row, with at least one column that is a field.
C-D5 | Own fields are made before the first import.
C-U1 | An import of new contacts can be reverted.
C-I4 | A contact is created by a name, a phone or an email.
C-H1 C-I4 | A contact is updated by its id, name, email or phone, as the settings for duplicates say.
C-I1 | Create: only new records are made.
C-I1 C-H2 | Update: only what is there is changed.
C-I1 | Create and update: both.
C-E3 | Dates are written as mm/dd/yyyy, yyyy/mm/dd, mm-dd-yyyy or yyyy-mm-dd.
C-E4 | Several options, checkboxes and lists of texts are separated by comma, semicolon or full stop.
C-E5 | Radio and single options have one value.
C-E8 | An owner is written as first and last name.
C-E4 C-I3 | Tags are separated in the same three ways.
C-E2 | Phone numbers are E.164; in the US other forms too.
C-E6 | Numbers are 1.23, 1234 or .123.
C-E6 | Amounts are 1234 or 1,234,234.33.
C-E8 | Followers are names with commas between.
C-E7 | Further email addresses have a column of their own, with commas between.
C-E7 | Further phone numbers have a column of their own, with commas between.
C-R1 | An import takes contacts only, or contacts and opportunities.
C-H1 | Preferences about duplicates are respected.
C-D1 | The mapping of columns is shown, and can be changed.
C-I2 | “Don't update empty values” leaves fields alone where the file has nothing.
C-D3 | A column may stay unmapped once that is accepted; until then the import stops in the page's words.
C-P1 | What will happen is shown before the import starts.
C-M3 | The disclaimer has to be accepted to start.
C-I3 C-R1 | Tags can be added to the contacts, also to those of opportunities.
C-N2 C-N4 | Progress can be watched, with errors and how to put them right.
C-Q1 | Stats tell errors from warnings for any import.
C-Q1 | An error, in a mandatory field, fails its row.
C-Q1 C-E5 | A warning, in an optional field, leaves that field out and imports the row.
C-I4 | “Required fields to create/update contacts are missing” names them.
C-H3 | “Duplicate phone found”, “Duplicate email found”: the file has it twice, and the settings do not allow it.
C-H3 | With duplicates allowed, such rows are imported.
C-H2 C-M4 | “Contact is not valid or not in your sub-account”: the id is of another one, or invalid.
C-H5 | So it is for the id of a deleted contact.
C-E2 | “Could not read the phone number”: E.164 is read whatever the default country is.
C-E2 | With the US as country, 123-456-7890, (123) 4567890 and 1234567890 are read too.
C-E2 | Other international numbers are read as libphonenumber reads them.
C-E3 | “Could not read the date”: the 27 forms of the page are read.
C-E1 | “Invalid email address”: no @, or no domain.
`);

const PROSPECTING = sentences(`
C-I1 | A file adds new contacts, or updates contacts that are there: two flows.
C-M1 | Only people who may edit import; a view-only session cannot.
C-B1 | Only CSV files are accepted.
C-C2 C-H2 | An update needs the workspace's own id column; exporting first is the way to get it. | exported contacts
C-A1 C-C1 | The columns that are expected are listed before a file is chosen. | columns that are expected
C-I4 | Each row has a LinkedIn URL, or account name, domain, first and last name.
C-O2 | With a LinkedIn URL alone, account and contact are filled in from the profile.
C-E9 C-E8 | Email, phone, owner's email and what a provider says of the phone are optional.
C-D4 | Columns that are not recognised are kept with the contact.
C-I3 | Tags, existing or new, go to every contact of the import.
C-I3 | The batch can be found and filtered by its tag. | filtered by it
C-O1 | A workflow is chosen for the import, or the default of the settings runs.
C-H2 | If a contact exists: skip it, and it is left untouched. | is done as it says
C-H2 | If a contact exists: update it from the file. | is done as it says
C-H2 | If a contact exists: create a duplicate. | is done as it says
C-I6 | Contacts are added to Do Not Touch: imported, flagged, and filtered out. | is flagged on the contact
C-I6 C-O1 | Whoever is marked Do Not Touch is not queued into the workflow. | not queued
C-I5 | With owners overridden, matching contacts get the owner of the file. | with override the owner is reset
C-I5 C-E8 | Where the file names none, they get the person uploading. | goes to
C-A1 C-P3 | Nothing is imported before the start is confirmed. | dry run
C-H2 C-C2 | An update must have the column EG-CON-ID. | without the identifier column
C-H2 C-H1 | It matches each row to exactly that contact. | an id stands for its contact
C-H2 | A row with an empty or unknown id is skipped. | empty or unknown id
C-D4 | An update keeps columns that are not recognised, too. | kept here too
C-I3 C-O1 C-I6 C-I5 | Tags, workflow, Do Not Touch and owners are set for an update as for a create. | as for a create
C-N1 | “Import started. Processing contacts…”: it works in the background, with a banner.
C-O2 | Rows that need a profile take longer: each is looked up before its contact is finished.
C-N2 C-N4 | Progress and errors of rows are in the task feed.
C-I3 C-I5 | Contacts appear with the tags and the owner that were set. | tags that are given
C-O1 | New contacts are queued into the workflow, and it starts to run.
C-N4 C-I4 C-X1 | Rows that could not be matched, or lack what is required, are not guessed at, and say why.
`);

export const REFERENCE_PAGES: readonly ReferencePage[] = [
  { preset: "receivables", sentences: RECEIVABLES },
  { preset: "simple-crm", sentences: SIMPLE_CRM },
  { preset: "agency-crm", sentences: AGENCY_CRM },
  { preset: "prospecting", sentences: PROSPECTING },
];
