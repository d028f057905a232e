/**
 * The columns that cards are turned into. Those that belong to a field are named as the field is, so that they map by
 * themselves; the others are kept on the contact under their name. Further properties come behind these, under their own.
 */
export const CARD_COLUMNS = [
  "External ID",
  "Full name",
  "First name",
  "Last name",
  "Middle name",
  "Name prefix",
  "Name suffix",
  "Nickname",
  "Email",
  "Additional email addresses",
  "Phone",
  "Additional phone numbers",
  "Fax",
  "Pager",
  "Own labels",
  "Account name",
  "Department",
  "Other organizations",
  "Job title",
  "Role",
  "Street",
  "City",
  "State",
  "Postal code",
  "Country",
  "Other addresses",
  "Birthday",
  "Birthday in part",
  "LinkedIn URL",
  "Website",
  "Other links",
  "Tags",
  "Notes",
] as const;

export type CardColumn = (typeof CARD_COLUMNS)[number];

const RANK: ReadonlyMap<string, number> = new Map(CARD_COLUMNS.map((name, rank) => [name, rank]));

/** The names in the order in which their columns stand: known ones as above, then the others in order of appearance. */
export const inCardOrder = (names: readonly string[]): readonly string[] =>
  [...names].sort((a, b) => (RANK.get(a) ?? RANK.size) - (RANK.get(b) ?? RANK.size));
