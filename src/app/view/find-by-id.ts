/** From the ids that people type to the numbers behind them. */
import { accept, type Result, refuse, refuseWith } from "../../core/problem/refusal.ts";
import { decodeId } from "../../core/public-id.ts";
import type { AccountRow, ContactRow, ImportRecord, Ports, Workspace } from "../ports.ts";

/** `latest` stands for the newest import. */
export async function findImport(ports: Ports, workspace: Workspace, id: string): Promise<Result<ImportRecord>> {
  const { imports } = ports.store;
  const number = decodeId("imp", workspace.idKey, id);
  const record =
    id === "latest"
      ? ((await imports.list(workspace.number, { limit: 1, before: null }))[0] ?? null)
      : number === null
        ? null
        : await imports.get({ workspace: workspace.number, import: number });
  if (record) return accept(record);
  if (id === "latest")
    return refuse({
      code: "import_unknown",
      message: "Nothing was imported into this workspace yet.",
      fix: "Begin with muster import FILE; --data and --workspace say where, if it was imported elsewhere.",
    });
  return refuseWith("import_unknown", `There is no import ${id} in this workspace.`);
}

export async function findContact(ports: Ports, workspace: Workspace, id: string): Promise<Result<ContactRow>> {
  const number = decodeId("con", workspace.idKey, id);
  const contact = number === null ? null : await ports.store.contacts.get(workspace.number, number);
  return contact ? accept(contact) : refuseWith("contact_unknown", `There is no contact ${id} in this workspace.`);
}

export async function findAccount(ports: Ports, workspace: Workspace, id: string): Promise<Result<AccountRow>> {
  const number = decodeId("acc", workspace.idKey, id);
  const account = number === null ? null : await ports.store.accounts.get(workspace.number, number);
  return account ? accept(account) : refuseWith("account_not_found", `There is no account ${id} in this workspace.`);
}
