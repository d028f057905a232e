/** What a contact is called: by name, else by the first thing that tells it from others. */

const PARTS = ["first_name", "middle_name", "last_name"];
const OTHERWISE = ["email", "phone", "linkedin_url", "external_id"];

type Contact = Readonly<Record<string, unknown>> & { readonly id: string };

export function contactTitle(contact: Contact): string {
  const written = (key: string): string => (typeof contact[key] === "string" ? contact[key] : "");
  const parts = PARTS.map(written).filter((part) => part !== "");
  if (written("full_name") !== "") return written("full_name");
  if (parts.length > 0) return parts.join(" ");
  return OTHERWISE.map(written).find((text) => text !== "") ?? contact.id;
}
