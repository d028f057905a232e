/** One account with its past, its main contact and the contacts that belong to it. */

import { MEMBERS_SHOWN } from "../limits.ts";
import type { AccountRow, ContactRow, Ports, Workspace } from "../ports.ts";
import { type ObjectCard, objectCard } from "./contact-card.ts";

export type AccountCard = ObjectCard<AccountRow> & {
  readonly mainContact: ContactRow | null;
  /** The first of its contacts. */
  readonly members: readonly ContactRow[];
};

export async function accountCard(
  ports: Pick<Ports, "store" | "files">,
  workspace: Workspace,
  account: AccountRow,
): Promise<AccountCard> {
  const { accounts, contacts } = ports.store;
  const { number, mainContact } = account;
  return {
    ...(await objectCard(ports, workspace, { object: "account", row: account })),
    mainContact: mainContact === null ? null : await contacts.get(workspace.number, mainContact),
    members: await accounts.members(workspace.number, number, MEMBERS_SHOWN),
  };
}
