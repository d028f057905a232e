/** The lists of a workspace by the kind of what they hold, for whoever treats all kinds alike. */
import type { ObjectKind } from "../core/object/object-kind.ts";
import type { ContactQuery, ObjectRow, Store } from "./ports.ts";

type ObjectRows = {
  list(workspace: number, query: ContactQuery): Promise<readonly ObjectRow[]>;
  usedFields(workspace: number): Promise<readonly string[]>;
};

export function objectRows(
  { contacts, accounts }: Pick<Store, "contacts" | "accounts">,
  object: ObjectKind,
): ObjectRows {
  switch (object) {
    case "contact":
      return contacts;
    case "account":
      return accounts;
  }
}
