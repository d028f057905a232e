/** The two parts of a name that contacts have fields for. Middle names stand in the full name only. */
export type NameParts = { readonly given: string; readonly family: string };
