/** What German pages say of one code. The fix is what to do on a page; programs and terminals are told in English. */
export type GermanEntry = { readonly title: string; readonly cause: string; readonly fix: string };

/** The same codes as the English table: one too few or too many is an error of types. */
export type GermanOf<English> = { readonly [Code in keyof English]: GermanEntry };
