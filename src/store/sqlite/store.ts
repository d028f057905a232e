/** The embedded database as the use cases see it. */
import type { Store } from "../../app/ports.ts";
import { SqliteAccounts } from "./accounts.ts";
import { SqliteContacts } from "./contacts.ts";
import { openDatabase } from "./database.ts";
import { SqliteImports } from "./imports.ts";
import { SqliteLedger } from "./ledger.ts";
import { SqliteMembers } from "./members.ts";
import { SqliteUndos } from "./undos.ts";
import { SqliteFields, SqliteMappings, SqliteWorkspaces } from "./workspaces.ts";

/** @param folder the data folder, made where it is missing. Throws `StoreFault`. */
export function openSqliteStore(folder: string, now: () => number = Date.now): Store {
  const database = openDatabase(folder);
  const imports = new SqliteImports(database, now);
  const fields = new SqliteFields(database);
  return {
    workspaces: new SqliteWorkspaces(database),
    fields,
    mappings: new SqliteMappings(database),
    members: new SqliteMembers(database),
    imports,
    ledger: new SqliteLedger(database),
    contacts: new SqliteContacts(database),
    accounts: new SqliteAccounts(database),
    undos: new SqliteUndos(database, imports, fields),
    close: async () => database.close(),
  };
}
