/** Contacts, accounts, opportunities: the endpoints that pages ask. */
import type * as contract from "../../../src/http/contract/contacts.ts";
import { place } from "../place.ts";

export const listContacts = place<typeof contract.listContacts>("get", "/contacts");
export const countContacts = place<typeof contract.countContacts>("get", "/contacts/count");
export const showContact = place<typeof contract.showContact>("get", "/contacts/{id}");
export const listAccounts = place<typeof contract.listAccounts>("get", "/accounts");
export const similarAccounts = place<typeof contract.similarAccounts>("get", "/accounts/similar");
export const showAccount = place<typeof contract.showAccount>("get", "/accounts/{id}");
export const listOpportunities = place<typeof contract.listOpportunities>("get", "/opportunities");
export const showOpportunity = place<typeof contract.showOpportunity>("get", "/opportunities/{id}");
export const listPipelines = place<typeof contract.listPipelines>("get", "/pipelines");
