/** C-D2: what APIs write as nested JSON maps like the columns of a table. */
import { expect, test } from "vitest";
import { propose } from "../mapping/propose.ts";

test.each([
  ["name.first", "first_name"],
  ["names.1.familyName", "last_name"],
  ["emails.1.value", "email"],
  ["emailAddresses.1.address", "email"],
  ["phones.1.number", "phone"],
  ["businessPhones", "additional_phones"],
  ["addresses.1.city", "city"],
  ["address.zip", "postal_code"],
  ["company.name", "account_name"],
  ["organizations.1.title", "job_title"],
  ["properties.firstname", "first_name"],
  ["merge_fields.LNAME", "last_name"],
  ["emails.1.type", null],
  ["emailAddresses.1.name", null],
])("%s is %s", (header, field) => {
  const [column] = propose([header], []);
  expect(column?.target.to === "field" ? column.target.field : null).toBe(field);
});

test("the second of a list goes beside the first", () => {
  const targets = propose(["emails.1.value", "emails.2.value"], []).map(({ target }) =>
    target.to === "field" ? target.field : null,
  );
  expect(targets).toEqual(["email", "additional_emails"]);
});
