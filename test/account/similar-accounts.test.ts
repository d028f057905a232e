/** Accounts that may be one are told, surest first, with what speaks for it (C-F1). */
import { expect, test } from "vitest";
import { companyKey } from "../../src/core/account/company-key.ts";
import { similarAccounts } from "../../src/core/account/similar-accounts.ts";

test.for([
  ["Acme GmbH & Co. KG", "acme"],
  ["ACME, Inc.", "acme"],
  ["The Acme Company Ltd.", "acme"],
  ["Société Générale S.A.", "societe generale"],
  ["Limited", "limited"],
  ["GmbH", "gmbh"],
  ["Co-op", "co op"],
])("%s is known as %s", ([name, key]) => {
  expect(companyKey(name!)).toBe(key);
});

const account = (id: number, name: string, said: { external_id?: string; domain?: string } = {}) => ({
  ...{ id, name, external_id: "", domain: "" },
  ...said,
});

const told = (accounts: readonly ReturnType<typeof account>[]): readonly string[] =>
  similarAccounts(accounts).map(({ accounts: [a, b], score, why }) => `${a.id} ${b.id} ${score} ${why.join(" ")}`);

test("accounts that may be one are told, surest first, with what speaks for and against it (C-F1)", () => {
  expect(
    told([
      account(1, "Acme GmbH", { domain: "acme.test" }),
      account(2, "ACME", { domain: "https://www.acme.test/en" }),
      account(3, "Harbor Robotics"),
      account(4, "Harbour Robotics Inc."),
      account(5, "Beta", { external_id: "C-1" }),
      account(6, "Beta Ltd", { external_id: "C-2" }),
      account(7, "", { domain: "beta.test" }),
      account(8, "Gamma"),
      account(9, "Customer 11"),
      account(10, "Customer 12"),
    ]),
  ).toEqual(["1 2 0.92 same_domain same_name", "3 4 0.5 near_name", "5 6 0.48 same_name other_id"]);
});

test("a slip at either end of a name is found, and nothing is like itself alone", () => {
  expect(told([account(1, "Zcme Industries"), account(2, "Northwind"), account(3, "Acme Industries")])).toEqual([
    "1 3 0.5 near_name",
  ]);
  expect(told([account(1, ""), account(2, "")])).toEqual([]);
});
