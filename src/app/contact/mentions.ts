/** Who else names people: as a colleague, say, or in a note. What others' values say is theirs, and stays until somebody changes it. */
import { MENTIONS_FOUND } from "../limits.ts";
import type { Mentions } from "../ports/erasure-requests.ts";
import type { People } from "../ports/erasure-store.ts";
import type { Ports } from "../ports.ts";
import { contactName } from "../view/contact-name.ts";

export async function mentionsOf(
  { store }: Pick<Ports, "store">,
  workspace: number,
  people: People,
): Promise<Mentions> {
  const names: string[] = [];
  for (const number of people.contacts) {
    const contact = await store.contacts.get(workspace, number);
    // A first name alone is many people's.
    if (contact !== null && /\S\s+\S/.test(contactName(contact))) names.push(contactName(contact));
  }
  const texts = [...people.known, ...names].map(asciiLower);
  if (texts.length === 0) return { contacts: [], accounts: [], opportunities: [] };
  const theirs = new Set(people.contacts);
  const naming = (object: "contact" | "account" | "opportunity"): Promise<readonly number[]> =>
    store.erasures.naming(workspace, object, { texts, limit: MENTIONS_FOUND + theirs.size });
  const contacts = (await naming("contact")).filter((number) => !theirs.has(number)).slice(0, MENTIONS_FOUND);
  return { contacts, accounts: await naming("account"), opportunities: await naming("opportunity") };
}

const asciiLower = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
