/**
 * The groups that Google Contacts makes by itself stand behind a star: `Friends ::: * myContacts`. The one that every
 * contact is in says nothing and is left out; the others lose the star.
 */

const GROUP = /^\s*\* (?=\S)/;
const EVERYBODY: ReadonlySet<string> = new Set(["mycontacts", "my contacts"]);

export function withoutGoogleGroups(elements: readonly string[]): readonly string[] {
  if (!elements.some((element) => GROUP.test(element))) return elements;
  return elements.flatMap((element) => {
    const name = element.replace(GROUP, "");
    return name !== element && EVERYBODY.has(name.trim().toLowerCase()) ? [] : [name];
  });
}
