/** Systems that a workspace is connected to, and which may keep its contacts up to date by themselves. */

export const SOURCE_KINDS = ["native_integration", "api", "salesforce"] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** `isMain`: the integration chooses the main contacts. `overrules`: what the API writes stands over what a file says. */
export type SourceOption = "isMain" | "overrules";

/** The option that sources of a kind can have. */
export const OPTION_OF: Readonly<Record<SourceKind, SourceOption | null>> = {
  native_integration: "isMain",
  api: "overrules",
  salesforce: null,
};

export type Source = {
  /** As the workspace's members call it: `QuickBooks`. Unique in the workspace, whatever its case. */
  readonly name: string;
  readonly kind: SourceKind;
  /** The options that are on. */
  readonly options: readonly SourceOption[];
};
