/** All that a merge can change in a workspace, as the database has it, for comparing before and after. */
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { TestWorkspace } from "../support/workspace.ts";

export function workspaceState({ folder }: TestWorkspace) {
  const database = new DatabaseSync(join(folder, "data", "muster.db"), { readOnly: true });
  const all = (sql: string) =>
    database
      .prepare(sql)
      .all()
      .map((row) => ({ ...row }));
  try {
    return {
      contacts: all("select * from contact order by contact_id"),
      keys: all("select * from contact_key order by kind, hash, contact_id"),
      accounts: all("select account_id, name, domain, external_id, main_contact from account order by account_id"),
    };
  } finally {
    database.close();
  }
}
