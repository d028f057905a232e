/** What a contact becomes when others are merged into it, field by field. */
import { describe, expect, test } from "vitest";
import { BUILTIN_FIELDS } from "../../src/core/contact/builtin-fields.ts";
import { LIST_TYPES } from "../../src/core/contact/field.ts";
import { decideMerge, type MergeSource } from "../../src/core/merge/merge-contacts.ts";

const LISTS = new Set(BUILTIN_FIELDS.filter(({ type }) => LIST_TYPES.has(type)).map(({ key }) => key));
const isList = (field: string): boolean => LISTS.has(field);

const contact = (
  number: number,
  values: Readonly<Record<string, string>>,
  mainOf: readonly number[] = [],
): MergeSource => ({
  number,
  values: new Map(Object.entries(values)),
  mainOf,
});

function merged(kept: MergeSource, others: readonly MergeSource[], take: Readonly<Record<string, number>> = {}) {
  const decision = decideMerge({ kept, others, isList, take: new Map(Object.entries(take)) });
  const values = new Map(kept.values);
  for (const [field, [, after]] of Object.entries(decision.changes)) {
    if (after === null) values.delete(field);
    else values.set(field, after);
  }
  return { ...decision, values: Object.fromEntries(values) };
}

describe("the contact that is kept (C-H6)", () => {
  test("keeps what it has, takes what it lacks from the first that has it, and says what goes away", () => {
    const { values, taken, lost } = merged(contact(1, { job_title: "Buyer" }), [
      contact(2, { job_title: "Head", website: "https://a.example" }),
      contact(3, { website: "https://b.example", birthday: "1980-01-02" }),
    ]);
    expect(values).toEqual({ job_title: "Buyer", website: "https://a.example", birthday: "1980-01-02" });
    expect(taken).toEqual({ website: 2, birthday: 3 });
    expect(lost).toEqual([
      { field: "job_title", contact: 2, value: "Head" },
      { field: "website", contact: 3, value: "https://b.example" },
    ]);
  });

  test("has every address and number of all of them, each once", () => {
    const { values, lost } = merged(
      contact(1, { email: "ann@a.example", additional_emails: '["ann@b.example"]', phone: "+14155550100" }),
      [
        contact(2, { email: "ANN@b.example", additional_emails: '["ann@c.example","Ann@a.example"]' }),
        contact(3, { phone: "+14155550101", additional_phones: '["+14155550100"]' }),
      ],
    );
    expect(values).toMatchObject({
      email: "ann@a.example",
      additional_emails: '["ann@b.example","ann@c.example"]',
      phone: "+14155550100",
      additional_phones: '["+14155550101"]',
    });
    expect(lost).toEqual([]);
  });

  test("is not written to if one of them was not to be, whatever is asked for", () => {
    const { values } = merged(contact(1, { do_not_touch: "no" }), [
      contact(2, { do_not_touch: "yes", email_opt_out: "yes" }),
      contact(3, { do_not_touch: "no", sms_opt_out: "no" }),
    ]);
    expect(values).toEqual({ do_not_touch: "yes", email_opt_out: "yes", sms_opt_out: "no" });
  });

  test("has the tags and notes of all", () => {
    const { values } = merged(contact(1, { tags: '["VIP"]', notes: "met in Rome" }), [
      contact(2, { tags: '["vip","cold"]', notes: "likes tea" }),
      contact(3, { notes: "met in Rome" }),
    ]);
    expect(values).toEqual({ tags: '["VIP","cold"]', notes: "met in Rome\n\nlikes tea" });
  });

  test("takes no half of another's name, account or address", () => {
    const { values, lost } = merged(contact(1, { full_name: "Ann Lee", account_name: "Acme", city: "Oakland" }), [
      contact(2, {
        first_name: "Anne",
        last_name: "Li",
        account_name: "Harbor",
        account_id: "H1",
        street: "Elm 1",
        city: "Paris",
      }),
      contact(3, { first_name: "Ann", last_name: "Lee", account_name: "ACME", account_id: "A1" }),
    ]);
    expect(values).toEqual({
      full_name: "Ann Lee",
      first_name: "Ann",
      last_name: "Lee",
      account_name: "Acme",
      account_id: "A1",
      city: "Oakland",
    });
    expect(lost.map(({ field }) => field)).toContain("street");
  });

  test("takes with a phone number what is known of that number, and nothing of another", () => {
    const other = contact(2, { phone: "+14155550101", phone_type: "mobile" });
    expect(merged(contact(1, { email: "a@a.example" }), [other]).values).toMatchObject({ phone_type: "mobile" });
    expect(merged(contact(1, { phone: "+14155550100" }), [other]).values).not.toHaveProperty("phone_type");
    const chosen = merged(contact(1, { phone: "+14155550100", phone_type: "landline" }), [other], { phone: 2 });
    expect(chosen.values).toEqual({
      phone: "+14155550101",
      additional_phones: '["+14155550100"]',
      phone_type: "mobile",
    });
  });

  test("takes the account whole where one part of it is chosen", () => {
    const kept = contact(1, { account: "1", account_name: "Acme", account_domain: "acme.example" });
    const { values } = merged(kept, [contact(2, { account: "2", account_name: "Harbor" })], { account_name: 2 });
    expect(values).toEqual({ account: "2", account_name: "Harbor" });
  });

  test("is the main contact instead of another where it belongs to the account; otherwise nobody is", () => {
    const other = contact(2, { account: "7" }, [7]);
    expect(merged(contact(1, { account: "7" }), [other]).mains).toEqual([{ account: 7, before: 2, after: 1 }]);
    expect(merged(contact(1, {}), [other]).mains).toEqual([{ account: 7, before: 2, after: 1 }]);
    expect(merged(contact(1, { account: "8" }), [other]).mains).toEqual([{ account: 7, before: 2, after: null }]);
    expect(merged(contact(1, { account: "8" }, [8]), [other], { account: 2 }).mains).toEqual([
      { account: 8, before: 1, after: null },
      { account: 7, before: 2, after: 1 },
    ]);
  });
});
