/**
 * What the fields are called in JSON, where a name leads through objects and lists: `emails.1.value`, `name.first`. The
 * dots and numbers do not count, as in any header. From the APIs of Google People, Microsoft Graph, Mailchimp and others.
 */
import type { NamesOfField } from "./names-of-field.ts";

export const NESTED_NAMES: readonly NamesOfField[] = [
  { field: "full_name", plain: ["name full, name display name, name full name, name formatted"] },
  {
    field: "first_name",
    plain: ["name first, name given, name given name, name first name, names given name, merge fields fname"],
  },
  {
    field: "last_name",
    plain: ["name last, name family, name family name, name last name, names family name, merge fields lname"],
  },
  {
    field: "email",
    plain: [],
    qualified: [
      "emails value, emails email, emails address, email addresses value, email addresses address, email addresses email",
    ],
  },
  {
    field: "phone",
    plain: [],
    qualified: [
      "phones number, phones value, phones phone, phone numbers value, phone numbers number, merge fields phone",
    ],
  },
  { field: "additional_phones", plain: ["business phones, home phones"] },
  {
    field: "account_name",
    plain: [],
    qualified: ["organizations name, organization name, companies name, companies data name"],
  },
  { field: "job_title", plain: [], qualified: ["organizations title, organization title"] },
  {
    field: "street",
    plain: [],
    qualified: [
      "addresses street, addresses address, addresses street address, addresses line, merge fields address addr",
    ],
  },
  { field: "tags", plain: [], qualified: ["tags data name, tags name"] },
  { field: "city", plain: [], qualified: ["location city, addresses city, merge fields address city"] },
  {
    field: "state",
    plain: [],
    qualified: [
      "location region, location state, addresses state, addresses region, addresses province, merge fields address state",
    ],
  },
  {
    field: "postal_code",
    plain: [],
    qualified: [
      "addresses postal code, addresses postcode, addresses zip, addresses zip code, merge fields address zip",
    ],
  },
  { field: "country", plain: [], qualified: ["location country, addresses country, merge fields address country"] },
];
