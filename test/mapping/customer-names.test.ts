/** Whose name a customer's is: that of a company, or of the person that the line is about. */
import { expect, test } from "vitest";
import { policyOf } from "./policy-of.ts";
import { propose, targetsOf } from "./propose.ts";

const PEOPLE = [
  ["Anna Keller", "Acme GmbH", "anna.keller@acme.example"],
  ["Bo Low", "Blue Harbor", "low@blueharbor.example"],
  ["Cy Morán", "Kestrel & Sons", "cy@kestrel.example"],
];
const without = (column: number) => PEOPLE.map((row) => row.filter((_, at) => at !== column));

test.each([
  ["Kundenname", "Firma"],
  ["Customer name", "Company"],
  ["Client name", "Company name"],
  ["Nom du client", "Société"],
  ["Nombre del cliente", "Empresa"],
  ["Nome cliente", "Azienda"],
  ["Nome do cliente", "Nome da empresa"],
  ["Klantnaam", "Bedrijf"],
  ["Nazwa klienta", "Nazwa firmy"],
])("%s beside %s is the person's name (C-D1)", (customer, company) => {
  expect(targetsOf(propose([customer, company, "E-Mail"], PEOPLE))).toEqual(["full_name", "account_name", "email"]);
});

test("without a company's column, names that come again in the addresses are people's (C-D1)", () => {
  expect(targetsOf(propose(["Kundenname", "E-Mail"], without(1)))).toEqual(["full_name", "email"]);
  expect(targetsOf(propose(["Kundenname", "E-Mail"], without(0)))).toEqual(["account_name", "email"]);
});

test("beside the name of the person, and where accounts are required, a customer stays the company (C-D1)", () => {
  const named = PEOPLE.map(([person = "", company = "", email = ""]) => [company, person, email]);
  expect(targetsOf(propose(["Kundenname", "Ansprechpartner", "E-Mail"], named))[0]).toBe("account_name");
  expect(targetsOf(propose(["Customer name", "Full name", "Email"], named))).toEqual([
    ...["account_name", "full_name", "email"],
  ]);
  const policy = policyOf({ requiredToCreate: [["account_name", "email"]] });
  expect(targetsOf(propose(["Customer name", "Email"], without(1), { policy }))).toEqual(["account_name", "email"]);
});

test("names with a legal form stay companies', whatever stands beside them (C-D1)", () => {
  const rows = [
    ["Acme GmbH", "Acme Holding AG", "info@acme.example"],
    ["Blue Harbor Ltd.", "", "hello@blueharbor.example"],
  ];
  expect(targetsOf(propose(["Kundenname", "Firma", "E-Mail"], rows))).not.toContain("full_name");
});
