/** Which field each column of a file goes to, how that was found, and how sure it is. */
import type { ValueMap } from "../contact/value-map.ts";

export type ColumnTarget =
  | { readonly to: "field"; readonly field: string }
  /** No field: the text is kept on the contact as custom data under this name. */
  | { readonly to: "keep"; readonly name: string }
  | { readonly to: "ignore" };

export type ColumnMapping = {
  /** 0-based index of the column in the file. */
  readonly column: number;
  /** The header cell as it stands in the file; `""` where there is none. */
  readonly header: string;
  readonly target: ColumnTarget;
  /** Values that are read as others. */
  readonly values?: ValueMap;
  readonly foundBy: "person" | "saved" | "header" | "similar_header" | "content" | "position" | "policy";
  /** 0 to 1. */
  readonly confidence: number;
  /** One phrase that can be shown as it is: `header "E-Mail" is a known name of email`. */
  readonly reason: string;
  /** Up to three different non-blank values of the column. */
  readonly samples: readonly string[];
};
