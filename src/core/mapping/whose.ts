/** Who a column is about, in front of what it holds: `Person - Email`, `contact_first_name`, `billing_phone`. */

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

const OF_DEAL = /^(?:deals?|opportunity|opportunities|potential|associated)(?=\p{L}{3})/u;

/** `Deal - Contact person`, `Associated Contact`: what stands behind the word for the opportunity; null where there is none. */
export function withoutDeal(key: string): string | null {
  const deal = OF_DEAL.exec(key);
  return deal === null ? null : key.slice(deal[0].length);
}
