/** What a workspace holds. The kind of an object is part of the stored format. */
export const OBJECT_KINDS = ["contact", "account", "opportunity", "pipeline", "stage"] as const;
export type ObjectKind = (typeof OBJECT_KINDS)[number];

/** The kind in words, as commands and messages use it. */
export const MANY: Readonly<Record<ObjectKind, string>> = {
  contact: "contacts",
  account: "accounts",
  opportunity: "opportunities",
  pipeline: "pipelines",
  stage: "stages",
};
