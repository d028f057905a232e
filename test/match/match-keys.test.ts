/** What rows and contacts are recognised by: the canonical texts of each key. */
import { describe, expect, test } from "vitest";
import { BUILTIN_FIELDS } from "../../src/core/contact/builtin-fields.ts";
import { domainKey } from "../../src/core/match/domain-key.ts";
import { ALWAYS_INDEXED } from "../../src/core/match/key-hash.ts";
import { heldKeys, matchKeySpecs } from "../../src/core/match/match-keys.ts";
import type { ValueAt } from "../../src/core/match/object-keys.ts";
import { compileShape } from "../../src/core/plan/shape.ts";
import type { MatchKey } from "../../src/core/policy/policy.ts";

const shape = compileShape([], [...BUILTIN_FIELDS, holder()], { always: ["id"] });
const values =
  (texts: Readonly<Record<string, string>>): ValueAt =>
  (slot) =>
    texts[shape.slots[slot]?.key ?? ""] ?? "";
function holder() {
  return { key: "customer_no", label: "Customer no.", type: "text", builtin: false, holdsExternalId: true } as const;
}
const spec = (key: MatchKey) => matchKeySpecs([key], shape)[0]!;

describe("the texts of a key are the same for values that are (C-H5)", () => {
  test.for<{ readonly key: MatchKey; readonly of: Readonly<Record<string, string>>; readonly are: readonly string[] }>([
    { key: "id", of: { id: "con_0123456789" }, are: ["con_0123456789"] },
    { key: "external_id", of: { external_id: "aB-1" }, are: ["aB-1"] },
    { key: "external_id", of: { customer_no: "007" }, are: ["007"] },
    { key: "email", of: { email: "Ann.Lee@example.com" }, are: ["ann.lee@example.com"] },
    {
      key: "email",
      of: { email: "a@x.example", additional_emails: '["B@x.example","A@x.example"]' },
      are: ["b@x.example", "a@x.example"],
    },
    { key: "email", of: { additional_emails: '["b@x.example"]' }, are: ["b@x.example"] },
    {
      key: "phone",
      of: { phone: "+14155550101", additional_phones: '["+14155550102"]' },
      are: ["+14155550102", "+14155550101"],
    },
    { key: "linkedin_url", of: { linkedin_url: "https://www.linkedin.com/in/ann" }, are: ["in/ann"] },
    {
      key: "account_name",
      of: {
        account_name: "Müller & Söhne",
        account_domain: "https://www.Mueller.example/",
        first_name: "JÖRG",
        last_name: "O'Neil",
      },
      are: ["muller sohne\u001fjorg\u001foneil\u001fmueller.example"],
    },
    { key: "account_name", of: { account_name: "Harbor", first_name: "Ann", last_name: "Lee" }, are: [] },
    { key: "account_name", of: { account_domain: "x.example", first_name: "Ann", last_name: "Lee" }, are: [] },
    { key: "account_email", of: { email: "A@x.example", account_id: "C1" }, are: ["a@x.example"] },
    { key: "account_email", of: { email: "A@x.example" }, are: [] },
    { key: "email", of: {}, are: [] },
    { key: "id", of: {}, are: [] },
  ])("$key of $of is $are", ({ key, of, are }) => {
    expect(spec(key).texts(values(of))).toEqual(are);
  });

  test("an address counts within its account only, whose id goes before its name (C-H1)", () => {
    const { agrees } = spec("account_email");
    const agree = (row: Readonly<Record<string, string>>, contact: Readonly<Record<string, string>>) =>
      agrees(values(row), values(contact));
    expect(agree({ account_id: "C1", account_name: "Harbor" }, { account_id: "C1", account_name: "Other" })).toBe(true);
    expect(agree({ account_id: "C1", account_name: "Harbor" }, { account_id: "C2", account_name: "Harbor" })).toBe(
      false,
    );
    expect(agree({ account_name: "HARBOR." }, { account_id: "C2", account_name: "Harbor" })).toBe(true);
    expect(agree({ account_id: "C1" }, { account_name: "Harbor" })).toBe(false);
    expect(agree({ account_id: "C1" }, {})).toBe(false);
  });

  test("a contact is indexed under every key it has, whatever the policy of today (C-H5)", () => {
    const keys = heldKeys(
      shape,
      ALWAYS_INDEXED,
    )(
      values({
        external_id: "A1",
        email: "a@x.example",
        phone: "+14155550101",
        linkedin_url: "https://www.linkedin.com/in/a",
      }),
    );
    expect(keys.map(({ text }) => text)).toEqual(["A1", "a@x.example", "+14155550101", "in/a"]);
  });
});

describe("a domain's key", () => {
  test.for([
    ["harbor.example", "harbor.example"],
    ["WWW.Harbor.Example", "harbor.example"],
    ["https://www.harbor.example/about?x=1", "harbor.example"],
    ["harbor.example:8080", "harbor.example"],
    ["harbor.example.", "harbor.example"],
    ["a.harbor.example", "a.harbor.example"],
    ["aharbor.example", "aharbor.example"],
  ] as const)("of %s is %s", ([domain, key]) => {
    expect(domainKey(domain)).toBe(key);
  });
});
