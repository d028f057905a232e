/** `muster accounts`: a page of the accounts that a search and filters leave; `accounts show ID`: one with its past. */

import type { Command } from "commander";
import type { AccountRow } from "../../app/ports.ts";
import { accountCard } from "../../app/view/account-card.ts";
import { accountCardJson, accountId, accountJson } from "../../app/view/account-json.ts";
import { readContactFilters } from "../../app/view/contact-filter.ts";
import { loadFields } from "../../app/view/contact-schema.ts";
import { findAccount } from "../../app/view/find-by-id.ts";
import { findByWord } from "../../app/view/find-by-word.ts";
import type { SharedOptions } from "../../config.ts";
import { encodeId, ID_PREFIX } from "../../core/public-id.ts";
import type { Cli, ExitCode, Session } from "../cli.ts";
import { type ListedObjects, withFilters, withList } from "../listed-objects.ts";
import { remoteObject } from "../remote/objects.ts";
import { examples, withWorkspaceOptions } from "../shared-options.ts";
import { accountCardText, accountTable } from "../words/account-text.ts";
import { registerSimilarAccounts } from "./similar-accounts.ts";

const ACCOUNTS: ListedObjects<AccountRow> = {
  object: "account",
  filters: ({ ports, workspace }, words) => readContactFilters(ports, workspace, words, "account"),
  page: ({ ports, workspace }, query) => ports.store.accounts.list(workspace.number, query),
  id: ({ workspace }, account) => accountId(workspace.idKey, account),
  async json({ ports, workspace }, page) {
    const fields = await loadFields(ports, workspace, "account");
    return page.map((account) => accountJson(workspace.idKey, account, fields));
  },
  table: ({ workspace, terminal }, page) => accountTable(workspace.idKey, page, terminal.width),
};

export function registerAccounts(program: Command, cli: Cli): void {
  const command = withWorkspaceOptions(
    program
      .command("accounts")
      .enablePositionalOptions()
      .summary(
        "list accounts; accounts show ID: one, with its contacts and its past; accounts similar: spellings of one",
      )
      .description(
        "Lists accounts in the order in which they were made: the customers or companies that contacts belong to. With --json one object a line.",
      ),
  );
  const searched = "accounts in whose name, external id or domain all words stand";
  const accounts = withList(withFilters(command, searched), cli, ACCOUNTS).addHelpText(
    "after",
    examples(
      "muster accounts --search acme",
      "muster accounts --filter 'managers=ann@example.com' --filter 'domain!='",
      "muster accounts show acc_0123456789",
      "muster accounts similar",
      "muster import accounts.csv --object accounts",
    ),
  );
  withWorkspaceOptions(
    accounts
      .command("show")
      .argument("<account>", "its id, or an external id, name or domain that no other has")
      .summary("one account: its values with the line that wrote each, its main contact, its contacts, its history")
      .description(
        "Shows one account: each value with the import, line, column and raw text that wrote it, its main contact, the contacts that belong to it, and which imports changed it.",
      ),
  )
    .addHelpText("after", examples("muster accounts show acc_0123456789", "muster accounts show C-1017 --json"))
    .action((id: string, _: SharedOptions, command: Command) =>
      cli.look(command.optsWithGlobals<SharedOptions>(), (session) => showAccount(session, id), {
        remote: remoteObject("account", id),
      }),
    );
  registerSimilarAccounts(accounts, cli);
}

async function showAccount(session: Session, id: string): Promise<ExitCode> {
  const { ports, workspace, terminal } = session;
  const meant = await findByWord(ports, workspace, { object: "account", word: id });
  if (!meant.ok) return session.refuse(meant.refusal);
  const found = await findAccount(ports, workspace, encodeId(ID_PREFIX.account, workspace.idKey, meant.value));
  if (!found.ok) return session.refuse(found.refusal);
  const fields = await loadFields(ports, workspace, "account");
  const card = accountCardJson(workspace.idKey, await accountCard(ports, workspace, found.value), fields);
  if (terminal.json) await terminal.printJson(card);
  else await terminal.print(...accountCardText(card, fields, terminal));
  return 0;
}
