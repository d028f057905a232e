/** Contacts of paying customers: each belongs to an account, and is known by its e-mail address within it. */
import type { Preset } from "../preset.ts";
import { muster } from "./muster.ts";

export const receivables: Preset = {
  id: "receivables",
  name: "Receivables",
  says: "Contacts of customers who owe money: one line per contact, matched within the customer's account by e-mail.",
  policy: {
    ...muster.policy,
    formats: ["csv"],
    delimiters: [",", ";", "|"],
    modes: ["both"],
    match: ["account_email"],
    inFile: "last",
    unknownColumns: "ignore",
    createFieldsInImport: false,
    requiredToCreate: [["account_name", "account_id", "email"]],
    owner: "off",
    enabled: false,
    workflow: false,
    doNotTouch: false,
    enrichment: false,
    opportunities: "off",
  },
  labels: {
    list: "Customers",
    add: "Add customers",
    importEntry: "Assign customers",
    importEntryForApi: "Import customers",
    updateEntry: "Assign customers",
    dropZone: "Drag your CSV file here",
    history: "Import history",
    account: "Customer",
  },
  idHeader: "Contact ID",
  templateFields: [
    "account_name",
    "account_id",
    "email",
    "first_name",
    "last_name",
    "phone",
    "position",
    "main_contact",
  ],
  fieldHeaders: {
    account_name: "Customer name",
    account_id: "Client ID",
    email: "Contact email address",
    last_name: "Family name",
    phone: "Phone number",
  },
};
