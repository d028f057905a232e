/** Whose columns they are is told by those beside them: nobody becomes the host of his meeting, or his own company. */
import { expect, test } from "vitest";
import { propose, targetsOf } from "./propose.ts";

type Table = readonly (readonly string[])[];

const fieldsOf = ([headers = [], ...rows]: Table): readonly string[] =>
  targetsOf(propose(headers, rows)).map((target) => (target.startsWith("keep:") ? "-" : target));

const CASES: Readonly<Record<string, readonly [Table, readonly string[]]>> = {
  "the host and the guests of a meeting are somebody else": [
    [
      ["User Name", "User Email", "Invitee Name", "Invitee Email", "Guest Email(s)"],
      ["Bob Ray", "bob@us.example", "Ann Lee", "ann@acme.com", ""],
      ["Bob Ray", "bob@us.example", "José García", "jose@garcia.es", "sue@garcia.es, pat@garcia.es"],
    ],
    ["-", "-", "full_name", "email", "-"],
  ],
  "who buys a ticket is not who comes": [
    [
      ["Order #", "First Name", "Last Name", "Email", "Buyer First Name", "Buyer Last Name", "Buyer Email"],
      ["781", "Ina", "Kühn", "ina@kuehn.example", "Max", "Boss", "max@kuehn.example"],
      ["781", "Max", "Boss", "max@kuehn.example", "Max", "Boss", "max@kuehn.example"],
      ["782", "", "", "", "Tom", "Thal", "tom@thal.example"],
    ],
    ["-", "first_name", "last_name", "email", "-", "-", "-"],
  ],
  "in books of account the contact is a customer, whose person has parts of a name": [
    [
      ["Name", "Customer number", "First Name", "Last Name"],
      ["City Limousines", "C1", "Martin", "Dale"],
      ["Bay Books", "C2", "", ""],
    ],
    ["account_name", "account_id", "first_name", "last_name"],
  ],
  "a name in its own letters beside its parts in others is nobody else's": [
    [
      ["Name", "Customer number", "First Name", "Last Name"],
      ["王小明", "C1", "Xiaoming", "Wang"],
      ["李丽", "C2", "Li", "Li"],
    ],
    ["full_name", "account_id", "first_name", "last_name"],
  ],
  "and where most customers are their own persons, it stays theirs": [
    [
      ["Name", "Customer number", "First Name", "Last Name"],
      ["Martin Dale", "C1", "Martin", "Dale"],
      ["Bay Books", "C2", "Ann", "Lee"],
    ],
    ["full_name", "account_id", "first_name", "last_name"],
  ],
  "but where nobody else has an address, the buyer is the person": [
    [
      ["First Name", "Last Name", "Buyer Email"],
      ["Ina", "Kühn", "ina@kuehn.example"],
    ],
    ["first_name", "last_name", "email"],
  ],
  "buyers of lines without an attendee are people, too": [
    [
      ["Attendee Name", "Attendee Email", "Buyer Name", "Buyer Email"],
      ["Ann Lee", "", "", ""],
      ["", "", "Bob Ray", "bob@acme.com"],
    ],
    ["full_name", "additional_emails", "-", "email"],
  ],
  "pupils are no companies beside their parents": [
    [
      ["Name", "Class", "Primary Contact Name", "Primary Contact Email"],
      ["Tom Lee", "4a", "Ann Lee-Smith", "ann@acme.com"],
      ["Sue Ruiz", "4b", "Ana Gómez", "ana@garcia.es"],
    ],
    ["full_name", "-", "-", "email"],
  ],
  "the only name of a line is its person's": [
    [
      ["Ansprechpartner", "E-Mail", "Firma"],
      ["Ann Lee", "a@acme.com", "Acme"],
      ["Ann Lee", "b@acme.com", "Acme"],
      ["Bob Ray", "c@acme.com", "Acme"],
      ["Bob Ray", "d@acme.com", "Acme"],
    ],
    ["full_name", "email", "account_name"],
  ],
  "without another, the user is the person": [
    [
      ["User Email", "Name"],
      ["ann@acme.com", "Ann Lee"],
    ],
    ["email", "full_name"],
  ],
  "the name beside a primary contact is the company's": [
    [
      ["id", "display_name", "primary_contact_name", "primary_contact_primary_email", "primary_contact_primary_phone"],
      ["lead_A", "Acme Inc.", "Ann Lee", "ann@acme.com", "+14155550100"],
      ["lead_B", "García e Hijos", "José Ruiz", "jose@garcia.es", ""],
    ],
    ["external_id", "account_name", "full_name", "email", "phone"],
  ],
  "but not where both name the person": [
    [
      ["Name", "Primary Contact Name", "Email"],
      ["Ann Lee", "Ann Lee", "ann@acme.com"],
      ["José Ruiz", "Ruiz, José", "jose@garcia.es"],
    ],
    ["full_name", "-", "email"],
  ],
  "a lead with people of its own is their company": [
    [
      ["id", "lead_name", "name", "first_name", "primary_email"],
      ["c1", "Acme Inc.", "Ann Lee", "Ann", "ann@acme.com"],
      ["c2", "Acme Inc.", "Bob Stone", "Bob", "bob@acme.com"],
    ],
    ["external_id", "account_name", "full_name", "first_name", "email"],
  ],
  "a lead that is the person stays one": [
    [
      ["Lead name", "First name", "Email"],
      ["Ann Lee", "Ann", "ann@acme.com"],
    ],
    ["-", "first_name", "email"],
  ],
  "a person responsible for many is none of them": [
    [
      ["Firmenname / Nachname", "Firmenzusatz / Vorname", "E-Mail", "Kontaktperson"],
      ["Bürgi AG", "", "info@buergi.ch", "Eva Admin"],
      ["Bürgi", "Urs", "urs@buergi.ch", "Eva Admin"],
      ["Favre", "Chloé", "chloe@favre.ch", "Eva Admin"],
      ["Meier", "Max", "max@meier.ch", "Eva Admin"],
    ],
    ["last_name", "first_name", "email", "-"],
  ],
  "a contact person of each company is the contact": [
    [
      ["Firma", "E-Mail", "Kontaktperson"],
      ["A AG", "info@a.ch", "Eva Kunz"],
      ["B AG", "info@b.ch", "Urs Bürgi"],
      ["C AG", "info@c.ch", "Max Meier"],
      ["D AG", "info@d.ch", "Eva Kunz"],
    ],
    ["account_name", "email", "full_name"],
  ],
  "Name beside a family name is the first name": [
    [
      ["Name", "Last name", "Email"],
      ["Ann", "Lee", "a@x.co"],
      ["José", "García", "j@x.co"],
    ],
    ["first_name", "last_name", "email"],
  ],
  "unless it is the whole name, or a company": [
    [
      ["Name", "Last name", "Email"],
      ["Ann Lee", "Lee", "a@x.co"],
      ["José García", "García", "j@x.co"],
    ],
    ["full_name", "last_name", "email"],
  ],
  "what somebody is in a program is no job": [
    [
      ["Name", "Role"],
      ["Ann Lee", "user"],
      ["José García", "lead"],
    ],
    ["full_name", "-"],
  ],
  "what somebody does is one": [
    [
      ["Name", "Role"],
      ["Ann Lee", "Head of Sales"],
      ["José García", "Buyer"],
    ],
    ["full_name", "job_title"],
  ],
  "a title beside a job is another": [
    [
      ["Name", "Title", "Job Position"],
      ["Ann Lee", "Doctor", "Head of Sales"],
    ],
    ["full_name", "-", "job_title"],
  ],
};

test.each(Object.entries(CASES))("%s", (_, [table, fields]) => {
  expect(fieldsOf(table)).toEqual(fields);
});
