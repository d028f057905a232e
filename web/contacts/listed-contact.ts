/** A contact as lists show it. */
import type { listContacts } from "../../src/http/contract/contacts.ts";
import type { AnswerOf } from "../../src/http/contract/endpoint.ts";

export type ListedContact = AnswerOf<typeof listContacts>["items"][number];
