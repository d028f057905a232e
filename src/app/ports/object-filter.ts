/** One condition on what objects hold, as stores are asked for it. */
export type ContactFilter = {
  /** `import`, where no field has that key: the import that made or changed the contact, its number as the value. */
  readonly field: string;
  readonly op: "is" | "is_not" | "contains" | "empty" | "not_empty";
  readonly value: string;
  /** The field holds a list: `is` asks whether the list has the value. */
  readonly list: boolean;
};
