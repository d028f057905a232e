/** `muster accounts similar`: accounts that may be one, with how sure that is and why. Nothing is merged. */

import type { Command } from "commander";
import { listSimilarAccounts } from "../../app/view/list-similar-accounts.ts";
import { similarPairJson } from "../../app/view/similar-pair-json.ts";
import type { SharedOptions } from "../../config.ts";
import type { Likeness, NumberedAccount } from "../../core/account/similar-accounts.ts";
import { shown } from "../../core/problem/shown-text.ts";
import { encodeId } from "../../core/public-id.ts";
import type { Cli, ExitCode, Session } from "../cli.ts";
import { examples, positive, withFolderOptions } from "../shared-options.ts";
import { renderTable } from "../words/table.ts";
import { count } from "../words/text.ts";

type Options = SharedOptions & { readonly limit: number };

const PAGE = 50;

const WORDS: Readonly<Record<Likeness, string>> = {
  same_domain: "same domain",
  same_name: "same name but for its spelling or legal form",
  near_name: "names differ by a letter or two",
  other_id: "but other external ids",
};

export function registerSimilarAccounts(accounts: Command, cli: Cli): void {
  withFolderOptions(
    accounts
      .command("similar")
      .summary("accounts that may be one: spellings of a name, the same domain")
      .description(
        "Lists pairs of accounts that may be one, the surest first, and why. Nothing is merged: give the contacts of one the id of the other, and import them.",
      ),
  )
    .option("--limit <n>", "how many pairs to list", positive, PAGE)
    .addHelpText("after", examples("muster accounts similar", "muster accounts similar --limit 500 --json"))
    .action((_: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      return cli.look(options, (session) => listSimilar(session, options));
    });
}

async function listSimilar({ ports, workspace, terminal }: Session, { limit }: Options): Promise<ExitCode> {
  const all = await listSimilarAccounts(ports, workspace);
  const pairs = all.slice(0, limit);
  if (terminal.json) {
    for (const pair of pairs) await terminal.printJson(similarPairJson(workspace.idKey, pair));
    return 0;
  }
  if (pairs.length === 0) {
    terminal.note("No two accounts look like one.");
    return 0;
  }
  const heads = [{ head: "Sure", align: "right" as const }, ...["Account", "Account", "Why"].map((head) => ({ head }))];
  const rows = pairs.map(({ accounts: [a, b], score, why }) => [
    `${Math.round(100 * score)}%`,
    accountWords(workspace.idKey, a),
    accountWords(workspace.idKey, b),
    why.map((one) => WORDS[one]).join(", "),
  ]);
  await terminal.print(...renderTable(heads, rows, terminal.width));
  if (all.length > pairs.length) terminal.note(`There are ${count(all.length - pairs.length, "pair")} more: --limit`);
  return 0;
}

const accountWords = (idKey: number, { id, name, domain, external_id }: NumberedAccount): string =>
  `${encodeId("acc", idKey, id)}  ${shown(name || domain || external_id)}`;
