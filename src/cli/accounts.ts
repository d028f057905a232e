/** `muster accounts`: a page of the accounts that a search and filters leave; `accounts show ID`: one with its past. */

import type { Command } from "commander";
import { CONTACTS_SHOWN } from "../app/limits.ts";
import { accountCard } from "../app/view/account-card.ts";
import { accountCardJson, accountId, accountJson } from "../app/view/account-json.ts";
import { readContactFilters } from "../app/view/contact-filter.ts";
import { loadFields } from "../app/view/contact-schema.ts";
import { findAccount } from "../app/view/find-by-id.ts";
import { findByWord } from "../app/view/find-by-word.ts";
import type { SharedOptions } from "../config.ts";
import { refuseWith } from "../core/problem/refusal.ts";
import { shown } from "../core/problem/shown-text.ts";
import { decodeId, encodeId, ID_PREFIX } from "../core/public-id.ts";
import { accountCardText, accountTable } from "./account-text.ts";
import type { Cli, ExitCode, Session } from "./cli.ts";
import { withContactFilters } from "./contacts.ts";
import { withData } from "./import-text.ts";
import { remoteObject, remoteObjects } from "./remote/objects.ts";
import { examples, positive, withWorkspaceOptions } from "./shared-options.ts";
import { registerSimilarAccounts } from "./similar-accounts.ts";

type Options = SharedOptions & {
  readonly search?: string;
  readonly filter?: readonly string[];
  readonly limit: number;
  readonly cursor?: string;
};

const PAGE = 50;

export function registerAccounts(program: Command, cli: Cli): void {
  const accounts = withContactFilters(
    withWorkspaceOptions(
      program
        .command("accounts")
        .enablePositionalOptions()
        .summary(
          "list accounts; accounts show ID: one, with its contacts and its past; accounts similar: spellings of one",
        )
        .description(
          "Lists accounts in the order in which they were made: the customers or companies that contacts belong to. With --json one object a line.",
        ),
    ),
    "accounts in whose name, external id or domain all words stand",
  )
    .option("--limit <n>", `how many to list, at most ${CONTACTS_SHOWN}`, positive, PAGE)
    .option("--cursor <account>", "list those after this one")
    .addHelpText(
      "after",
      examples(
        "muster accounts --search acme",
        "muster accounts --filter 'managers=ann@example.com' --filter 'domain!='",
        "muster accounts show acc_0123456789",
        "muster accounts similar",
        "muster import accounts.csv --object accounts",
      ),
    )
    .action((options: Options) =>
      cli.inWorkspace(options, (session) => listAccounts(session, options), {
        remote: remoteObjects("account", options),
      }),
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
      cli.inWorkspace(command.optsWithGlobals<SharedOptions>(), (session) => showAccount(session, id), {
        remote: remoteObject("account", id),
      }),
    );
  registerSimilarAccounts(accounts, cli);
}

async function listAccounts(session: Session, options: Options): Promise<ExitCode> {
  const { ports, workspace, terminal, config } = session;
  const filters = await readContactFilters(ports, workspace, options.filter ?? [], "account");
  if (!filters.ok) return session.refuse(filters.refusal);
  const after = options.cursor === undefined ? 0 : decodeId("acc", workspace.idKey, options.cursor);
  if (after === null) {
    const cursor = shown(options.cursor ?? "");
    const { refusal } = refuseWith("account_not_found", `The cursor ${cursor} is no account's id.`);
    return session.refuse({ ...refusal, fix: "Use the cursor that the page before has named, or leave it out." });
  }
  const limit = Math.min(options.limit, CONTACTS_SHOWN);
  const query = { search: options.search ?? null, filters: filters.value, after, limit: limit + 1 };
  const found = await ports.store.accounts.list(workspace.number, query);
  const accounts = found.slice(0, limit);
  if (terminal.json) {
    const fields = await loadFields(ports, workspace, "account");
    for (const account of accounts) await terminal.printJson(accountJson(workspace.idKey, account, fields));
  } else if (accounts.length > 0) {
    await terminal.print(...accountTable(workspace.idKey, accounts, terminal.width));
  } else {
    const chosen = after > 0 || options.search !== undefined || filters.value.length > 0;
    const begin = withData("muster import FILE --object accounts", config);
    terminal.note(chosen ? "There are no such accounts." : `There are no accounts yet. Begin with: ${begin}`);
  }
  const last = accounts.at(-1);
  if (found.length > limit && last) terminal.note(`There are more: --cursor ${accountId(workspace.idKey, last)}`);
  return 0;
}

async function showAccount(session: Session, id: string): Promise<ExitCode> {
  const { ports, workspace, terminal } = session;
  const meant = await findByWord(ports, workspace, { object: "account", word: id });
  if (!meant.ok) return session.refuse(meant.refusal);
  const found = await findAccount(ports, workspace, encodeId(ID_PREFIX.account, workspace.idKey, meant.value));
  if (!found.ok) return session.refuse(found.refusal);
  const card = await accountCard(ports, workspace, found.value);
  if (terminal.json) {
    const fields = await loadFields(ports, workspace, "account");
    await terminal.printJson(accountCardJson(workspace.idKey, card, fields));
  } else await terminal.print(...accountCardText(workspace.idKey, card, terminal));
  return 0;
}
