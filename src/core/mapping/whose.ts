/** Who a column is about, in front of what it holds: `Person - Email`, `contact_first_name`, `billing_phone`. */

import type { ObjectKind } from "../object/object-kind.ts";

/** As keys. A longer one goes before the shorter that it begins with. */
const WHOSE = [
  ..."primarycontact maincontact contactperson contacts contact person lead clients client customers customer users user".split(
    " ",
  ),
  ..."members member subscriber employee attendee invitee guest participant recipient patient student donor candidate".split(
    " ",
  ),
  ..."applicant buyer prospect billing primary main properties fields attributes kontakt ansprechpartner kunden kunde".split(
    " ",
  ),
  ..."cliente klant contatto contacto whatisyour whatsyour andyour pleaseenteryour enteryour your wielautetihre wielautetihr wieistihre wieistihr ihre ihr votre".split(
    " ",
  ),
].join("|");
const BEFORE = new RegExp(`^(?:${WHOSE})(?=\\p{L}{3})`, "u");

/** What stands behind it, as a key; null where the header says nothing of whom. */
export function withoutWhose(key: string): string | null {
  const whose = BEFORE.exec(key);
  return whose === null ? null : key.slice(whose[0].length);
}

const BEFORE_OWN: ReadonlyMap<ObjectKind, RegExp> = new Map([
  ["opportunity", /^(?:deals?|opportunity|opportunities|potential|associated)(?=\p{L}{3})/u],
  ["account", /^(?:company|account|organi[sz]ation|org|firma|firmen)(?=\p{L}{3})/u],
]);

/**
 * What stands behind the word for what the lines are: `Deal - Contact person`, `Company owner`; null where there is none.
 * @param object of which the file's lines are
 */
export function withoutObject(key: string, object: ObjectKind): string | null {
  const word = BEFORE_OWN.get(object)?.exec(key) ?? null;
  return word === null ? null : key.slice(word[0].length);
}
