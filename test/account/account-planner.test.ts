/** The accounts that a batch's lines find do not depend on where the batch begins. */
import { expect, test } from "vitest";
import { AccountPlanner } from "../../src/core/account/account-planner.ts";
import type { Account } from "../../src/core/account/find-account.ts";

const OLDER: Account = { id: 1, external_id: "A-1", name: "", domain: "", mainContact: null };
const NEWER: Account = { id: 2, external_id: "B-2", name: "", domain: "acme.test", mainContact: null };
const BY_DOMAIN = { external_id: "", name: "", domain: "acme.test" };

test("accounts that share a domain are named in the order in which they were made (C-F1)", () => {
  const learning = new AccountPlanner(["external_id", "name", "domain"], { accounts: [NEWER, OLDER], next: 3 });
  const known = learning.find({ ...BY_DOMAIN, external_id: "A-1" });
  expect(known).toEqual({ kind: "found", account: OLDER });
  if (known.kind === "found") learning.use(known, { ...BY_DOMAIN, external_id: "A-1" }, 2);
  const told = { ...OLDER, domain: "acme.test" };
  expect(learning.find(BY_DOMAIN)).toEqual({ kind: "ambiguous", accounts: [told, NEWER] });
  const afresh = new AccountPlanner(["external_id", "name", "domain"], { accounts: [NEWER, told], next: 3 });
  expect(afresh.find(BY_DOMAIN)).toEqual({ kind: "ambiguous", accounts: [told, NEWER] });
});
