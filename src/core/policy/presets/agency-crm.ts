/** An agency's CRM with sub-accounts: administrators import, and the setting "Allow Duplicate Contacts" says what identifies a contact. */
import type { Preset } from "../preset.ts";
import { muster } from "./muster.ts";

const MEGABYTE = 1_000_000;

export const agencyCrm: Preset = {
  id: "agency-crm",
  name: "Agency CRM",
  says: "An agency's CRM: administrators import contacts and opportunities, every column is mapped or left out on purpose.",
  policy: {
    ...muster.policy,
    onContradiction: "update",
    formats: ["csv"],
    delimiters: [],
    maxBytes: 30 * MEGABYTE,
    header: "required",
    match: ["id", "email", "phone"],
    inFile: "fail",
    emptyCells: "ask",
    multiSeparators: [",", ";", "."],
    splitNames: false,
    unknownColumns: "ask",
    createFieldsInImport: false,
    owner: "name",
    dateOrder: "MDY",
    // Its date order and its phone formats are those of the United States.
    defaultCountry: "US",
    minRole: "admin",
    disclaimer: true,
    mainContact: false,
    authority: false,
    workflow: false,
    doNotTouch: false,
    enrichment: false,
  },
  labels: {
    list: "Contacts",
    add: "Import Contacts",
    importEntry: "Import Contacts",
    importEntryForApi: "Import Contacts",
    updateEntry: "Import Contacts",
    dropZone: "Drag your CSV file here",
    history: "Bulk Actions",
    account: "Company",
  },
  idHeader: "Contact ID",
  templateFields: [
    "first_name",
    "last_name",
    "email",
    "phone",
    "additional_emails",
    "additional_phones",
    "owner",
    "followers",
    "tags",
    "birthday",
  ],
  fieldHeaders: { owner: "Contact Owner", followers: "Contact Followers", phone: "Phone Number" },
};
