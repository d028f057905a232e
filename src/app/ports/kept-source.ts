/** Custom data that is to become a field: its name, and how its texts are read; null = no value of the field. */
export type KeptSource = { readonly name: string; readonly read: (text: string) => string | null };

/** Contacts whose text became a value, and those that keep it. */
export type Promoted = { readonly read: number; readonly unread: number };
