/** The lists of a workspace by the kind of what they hold, for whoever treats all kinds alike. */
import type { ObjectKind } from "../../core/object/object-kind.ts";
import type { ContactQuery, ObjectRow, Store } from "../ports.ts";

type ObjectRows = {
  list(workspace: number, query: ContactQuery): Promise<readonly ObjectRow[]>;
  usedFields(workspace: number): Promise<readonly string[]>;
};

/** Pipelines and their stages are few and have lists of their own. */
const NONE: ObjectRows = { list: async () => [], usedFields: async () => [] };

export function objectRows(
  { contacts, accounts, opportunities }: Pick<Store, "contacts" | "accounts" | "opportunities">,
  object: ObjectKind,
): ObjectRows {
  switch (object) {
    case "contact":
      return contacts;
    case "account":
      return accounts;
    case "opportunity":
      return {
        list: (workspace, query) => opportunities.list(workspace, { ...query, contact: null }),
        usedFields: (workspace) => opportunities.usedFields(workspace),
      };
    case "pipeline":
    case "stage":
      return NONE;
  }
}
