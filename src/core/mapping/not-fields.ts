/** Headers that sound like a contact's field and are not: what stands in them belongs to somebody or something else. */
import { headerKey } from "./header-key.ts";

/** Whole headers. Each would else be taken through a prefix (`user` + `name`) or as a slip of the pen (`statue`). */
const NOT_FIELDS = `
county, statue, user name, login name, lead title, lead name, user title, client owner id, billing contact, primary contact id, main contact id
`;

/** Words that make the values of a column somebody else's, whatever they look like. */
const SOMEBODY_ELSE = `
assistant assistants asst spouse partner wife husband child parent parents guardian manager managers supervisor boss reports
reporting referrer referred referral referee introduced recommended sponsor agent agents rep reps sales salesperson seller
owner owners assigned assignee created creator modified updated edited added imported changed last sent sender from by to cc bcc
reply company companies account organization organisation firm corporate office branch headquarters employer vendor supplier
emergency support user users admin author approver previous old former invalid bounced bounce wrong bad
login facebook twitter instagram card bank iban account order invoice ticket deal product event campaign
vertreter betreuer vorgesetzter erstellt geandert empfohlen notfall sachbearbeiter verkaufer responsable assistente assistent
`;

const notFields: ReadonlySet<string> = new Set(NOT_FIELDS.split(",").map(headerKey));
const somebodyElse: ReadonlySet<string> = new Set(SOMEBODY_ELSE.trim().split(/\s+/));

export const isKnownOther = (key: string): boolean => notFields.has(key);

/** `words`: of the header, as keys. */
export const speaksOfSomebodyElse = (words: readonly string[]): boolean => words.some((word) => somebodyElse.has(word));
