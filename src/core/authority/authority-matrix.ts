/** Which source owns which group of fields, as data: one row for each set of sources that a workspace may be connected to. */
import type { FieldGroup } from "./field-groups.ts";
import type { SourceKind, SourceOption } from "./source.ts";

export type Ownership = {
  readonly group: FieldGroup;
  /** The kind of source that owns it: one of the row's. */
  readonly by: SourceKind;
  /** Only where a source of that kind has this option on. */
  readonly when?: SourceOption;
};

export type AuthorityRow = {
  readonly sources: readonly SourceKind[];
  /** Groups that are not named here are the import's to write. */
  readonly owns: readonly Ownership[];
};

export type AuthorityMatrix = readonly AuthorityRow[];

/**
 * The matrix of the receivables system. An API that overrules owns all it can; beside Salesforce, which owns the main
 * information, it is asked about positions alone. Salesforce by itself is in no row of that page: it owns there what it
 * takes away in the rows that it is in.
 */
export const RECEIVABLES_MATRIX: AuthorityMatrix = [
  {
    sources: ["native_integration"],
    owns: [
      { group: "main_information", by: "native_integration" },
      { group: "is_main", by: "native_integration", when: "isMain" },
    ],
  },
  {
    sources: ["api"],
    owns: [
      { group: "main_information", by: "api", when: "overrules" },
      { group: "positions", by: "api", when: "overrules" },
      { group: "is_main", by: "api", when: "overrules" },
    ],
  },
  { sources: ["salesforce"], owns: [{ group: "main_information", by: "salesforce" }] },
  {
    sources: ["salesforce", "native_integration"],
    owns: [
      { group: "main_information", by: "native_integration" },
      { group: "is_main", by: "native_integration", when: "isMain" },
    ],
  },
  {
    sources: ["salesforce", "api"],
    owns: [
      { group: "main_information", by: "salesforce" },
      { group: "positions", by: "api", when: "overrules" },
    ],
  },
];
