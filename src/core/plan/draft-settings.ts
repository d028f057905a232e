/** What drafts are built with: which columns are read into which slots, and how. Compiled once per import. */
import type { ValueSettings } from "../contact/value-settings.ts";
import type { Constant } from "../mapping/constant.ts";
import type { ValueAt } from "../match/object-keys.ts";
import type { DerivedField } from "./derived-fields.ts";
import type { ImportShape } from "./shape.ts";

export type DraftSettings = {
  readonly shape: ImportShape;
  /** The keys to take from every row, in the order in which they are to be asked. */
  readonly keys: readonly DraftKeyReader[];
  /** What a row can be recognised by under the policy; null = by no address and no number, so that one more or less is no matter. */
  readonly recognisedBy: readonly ((valueAt: ValueAt) => readonly string[])[] | null;
  readonly clearToken: string;
  /** Values settings by column: evidence may give each column its own date order or decimal mark. */
  readonly valuesOf: (column: number) => ValueSettings;
  /** What fills a field where the row says nothing. */
  readonly constants?: readonly Constant[];
  /** A row whose cells are all empty has no such object, and gets no constants. */
  readonly isOptional?: boolean;
  /** What a cell tells of other fields than its own. */
  readonly derived?: readonly DerivedField[];
  /** Columns of calling codes, by the column of the numbers that are read by them. */
  readonly callingCodes?: ReadonlyMap<number, number>;
  /** Columns of currencies, by the column of the amounts that are in them. */
  readonly currencies?: ReadonlyMap<number, number>;
  /** By somebody who chose each value's field, so that a text says what it says. Absent = they come from a file. */
  readonly isTyped?: boolean;
  /** Whether the column has text that was encoded twice; absent = none has. */
  readonly isEncodedTwice?: (column: number) => boolean;
};

/** `tag` comes back with every hash of the key. */
type DraftKeyReader = { readonly tag: number; readonly texts: (valueAt: ValueAt) => readonly string[] };
