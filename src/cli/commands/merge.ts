/** `muster merge KEPT OTHER...`: several contacts become one, by hand; `merge undo` parts them again, `merge list` names the merges. */
import type { Command } from "commander";
import { findMerge, mergeContacts, planMerge, planParting, undoMerge } from "../../app/duplicates/merge-contacts.ts";
import { MERGES_SHOWN } from "../../app/limits.ts";
import { mergeJson, mergeRecordJson, partJson } from "../../app/view/merge-json.ts";
import type { SharedOptions } from "../../config.ts";
import { catalogue } from "../../core/problem/catalogue.ts";
import { encodeId } from "../../core/public-id.ts";
import type { Cli, ExitCode, Session } from "../cli.ts";
import { confirmed } from "../confirm.ts";
import { collected, examples, positive, withFolderOptions } from "../shared-options.ts";
import { withData } from "../words/import-text.ts";
import { mergeLines, mergeRows, partLines } from "../words/merge-text.ts";
import { renderTable } from "../words/table.ts";
import { count } from "../words/text.ts";

type Options = SharedOptions & { readonly take?: readonly string[]; readonly yes?: boolean; readonly dryRun?: boolean };
type ListOptions = SharedOptions & { readonly limit: number };

const PAGE = 50;

export function registerMerge(program: Command, cli: Cli): void {
  const merge = withFolderOptions(
    program
      .command("merge")
      .enablePositionalOptions()
      .argument("<kept>", "id of the contact that is kept")
      .argument("<others...>", "ids of the contacts that are merged into it")
      .summary("merge contacts by hand: preview, confirm; merge undo takes it back")
      .description(
        "Merges contacts into one: it keeps what it has, takes what it lacks, and unites lists; an opt-out of any of them stays. The others are deleted, and muster merge undo brings them back.",
      ),
  )
    .option("--take <field=contact>", "the value of this contact for a field; repeatable", collected)
    .option("--dry-run", "show what would become of the contacts, and stop")
    .option("--yes", "do not ask; needed where there is no terminal")
    .addHelpText(
      "after",
      examples(
        "muster merge con_0123456789 con_123456789a",
        "muster merge con_0123456789 con_123456789a --take phone=con_123456789a --yes",
        "muster merge list",
        "muster merge undo latest",
      ),
    )
    .action((kept: string, others: readonly string[], options: Options) =>
      cli.inWorkspace(options, (session) => mergeByHand(session, [kept, ...others], options), {
        action: "change_contacts",
      }),
    );
  registerUndo(merge, cli);
  withFolderOptions(
    merge
      .command("list")
      .summary("the merges, newest first")
      .description("Lists the merges of the workspace, newest first."),
  )
    .option("--limit <n>", "how many to list", positive, PAGE)
    .addHelpText("after", examples("muster merge list", "muster merge list --json"))
    .action((_: ListOptions, command: Command) => {
      const options = command.optsWithGlobals<ListOptions>();
      return cli.look(options, (session) => listMerges(session, options.limit));
    });
}

function registerUndo(merge: Command, cli: Cli): void {
  withFolderOptions(
    merge
      .command("undo")
      .argument("<merge>", "id of the merge, or latest")
      .summary("take a merge back: the contacts are as they were")
      .description(
        "Takes a merge back: the contacts that it deleted are there again as they were, with their history. What was changed since on the one that was kept stays, and is listed.",
      ),
  )
    .option("--dry-run", "show what would be taken back, and stop")
    .option("--yes", "do not ask; needed where there is no terminal")
    .addHelpText("after", examples("muster merge undo latest", "muster merge undo mrg_0123456789 --yes"))
    .action((id: string, _: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      return cli.inWorkspace(options, (session) => undoByHand(session, id, options), { action: "change_contacts" });
    });
}

async function mergeByHand(session: Session, ids: readonly string[], options: Options): Promise<ExitCode> {
  const { ports, workspace, terminal, actor } = session;
  const planned = await planMerge(ports, workspace, { ids, take: options.take ?? [] });
  if (!planned.ok) return session.refuse(planned.refusal);
  const plan = planned.value;
  if (options.dryRun && terminal.json) await terminal.printJson(await mergeJson(session, plan, null));
  if (!terminal.json && !terminal.quiet) await terminal.print(...(await mergeLines(session, plan)));
  if (options.dryRun) return 0;
  const question = `Merge ${count(plan.others.length, "contact")} into ${ids[0]}?`;
  const answer = await agreed(session, question, options.yes ?? false);
  if (answer !== "yes") return answer;
  const merged = await mergeContacts(ports, workspace, { plan, actor });
  if (!merged.ok) return session.refuse(merged.refusal);
  const id = encodeId("mrg", workspace.idKey, merged.value.number);
  if (terminal.json) await terminal.printJson(await mergeJson(session, plan, merged.value));
  else
    await terminal.print(`Merged by ${id}. Take it back with: ${withData(`muster merge undo ${id}`, session.config)}`);
  return 0;
}

async function undoByHand(session: Session, id: string, options: Options): Promise<ExitCode> {
  const { ports, workspace, terminal, actor } = session;
  const found = await findMerge(ports, workspace, id);
  if (!found.ok) return session.refuse(found.refusal);
  const planned = await planParting(ports, workspace, found.value);
  if (!planned.ok) return session.refuse(planned.refusal);
  if (options.dryRun && terminal.json) await terminal.printJson(partJson(session, planned.value, false));
  if (!terminal.json && !terminal.quiet) await terminal.print(...partLines(session, planned.value));
  if (options.dryRun) return 0;
  const answer = await agreed(
    session,
    `Bring back ${count(found.value.others.length, "contact")}?`,
    options.yes ?? false,
  );
  if (answer !== "yes") return answer;
  const undone = await undoMerge(ports, workspace, { merge: found.value, actor });
  if (!undone.ok) return session.refuse(undone.refusal);
  if (terminal.json) await terminal.printJson(partJson(session, undone.value, true));
  else await terminal.print(`${encodeId("mrg", workspace.idKey, found.value.number)} is undone.`);
  return 0;
}

async function agreed({ terminal, refuse }: Session, question: string, isSaid: boolean): Promise<ExitCode | "yes"> {
  if (isSaid) return "yes";
  if (!terminal.isInteractive) {
    return refuse({
      code: "confirmation_required",
      message: `${catalogue.confirmation_required.title}. Nothing was changed.`,
      fix: "Say yes beforehand with --yes.",
    });
  }
  if (await confirmed(terminal, question)) return "yes";
  terminal.note("Nothing was changed.");
  return 0;
}

async function listMerges(session: Session, limit: number): Promise<ExitCode> {
  const { ports, workspace, terminal } = session;
  const page = { before: null, limit: Math.min(limit, MERGES_SHOWN) };
  const merges = await ports.store.merges.list(workspace.number, page);
  if (terminal.json) {
    for (const merge of merges) await terminal.printJson(mergeRecordJson(workspace, merge));
  } else if (merges.length === 0) terminal.note("Nothing has been merged yet. muster duplicates shows what might be.");
  else {
    const heads = ["Merge", "When", "By", "Kept", "Merged into it", "Undone"].map((head) => ({ head }));
    await terminal.print(...renderTable(heads, mergeRows(workspace.idKey, merges), terminal.width));
  }
  return 0;
}
