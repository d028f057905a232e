/** `muster duplicates [IMPORT]`: pairs of contacts that may be one person, with a score and why; `dismiss`: these are two. */
import { type Command, InvalidArgumentError } from "commander";
import { dismissDuplicate } from "../../app/duplicates/dismiss-duplicate.ts";
import { findDuplicates } from "../../app/duplicates/find-duplicates.ts";
import { CONTACTS_SHOWN } from "../../app/limits.ts";
import { contactId } from "../../app/view/contact-json.ts";
import { duplicateJson, loadSides } from "../../app/view/duplicate-json.ts";
import { findImport } from "../../app/view/find-by-id.ts";
import type { SharedOptions } from "../../config.ts";
import { SHOWN_SCORE } from "../../core/duplicates/score-pair.ts";
import type { Cli, ExitCode, Session } from "../cli.ts";
import { examples, positive, withFolderOptions } from "../shared-options.ts";
import { groupLines, leftOutLines, pairsInGroups } from "../words/duplicates-text.ts";
import { count, number } from "../words/text.ts";

type Options = SharedOptions & { readonly minScore: number; readonly limit: number };
type DismissOptions = SharedOptions & { readonly undo?: boolean };

const PAIRS_SHOWN = 20;

export function registerDuplicates(program: Command, cli: Cli): void {
  const duplicates = withFolderOptions(
    program
      .command("duplicates")
      .enablePositionalOptions()
      .argument("[import]", "only pairs with a contact of this import: its id, or latest")
      .summary("contacts that may be one person, with a score and why; dismiss: two people")
      .description(
        "Lists pairs of contacts that may be one person, the likeliest first, with a score and the reasons. Nothing is merged by itself: muster merge does it, and can take it back. With --json one pair a line.",
      ),
  )
    .option("--min-score <n>", "list pairs from this score on, 0 to 1", score, SHOWN_SCORE)
    .option("--limit <n>", `how many to list, at most ${number(CONTACTS_SHOWN)}`, positive, PAIRS_SHOWN)
    .addHelpText(
      "after",
      examples(
        "muster duplicates latest",
        "muster duplicates --min-score 0.9 --json",
        "muster merge con_0123456789 con_123456789a",
        "muster duplicates dismiss con_0123456789 con_123456789a",
      ),
    )
    .action((id: string | undefined, options: Options) =>
      cli.look(options, (session) => listDuplicates(session, id, options)),
    );
  withFolderOptions(
    duplicates
      .command("dismiss")
      .argument("<contact>", "id of a contact")
      .argument("<other>", "id of another")
      .summary("these two are two people: do not list them again")
      .description("Remembers that two contacts are two people, so that they are not listed again."),
  )
    .option("--undo", "forget that: list them again")
    .addHelpText("after", examples("muster duplicates dismiss con_0123456789 con_123456789a"))
    .action((one: string, other: string, _: DismissOptions, command: Command) => {
      const options = command.optsWithGlobals<DismissOptions>();
      return cli.inWorkspace(options, (session) => dismiss(session, [one, other], options.undo ?? false), {
        action: "change_contacts",
      });
    });
}

function score(text: string): number {
  const value = Number(text);
  if (!/^(?:0|1|[01]?\.\d+)$/.test(text) || value > 1) {
    throw new InvalidArgumentError("Give a number from 0 to 1, such as 0.8.");
  }
  return value;
}

async function listDuplicates(session: Session, id: string | undefined, options: Options): Promise<ExitCode> {
  const { ports, workspace, terminal } = session;
  const found = id === undefined ? null : await findImport(ports, workspace, id);
  if (found?.ok === false) return session.refuse(found.refusal);
  const { minScore } = options;
  const limit = Math.min(options.limit, CONTACTS_SHOWN);
  const report = await findDuplicates(ports, workspace, { of: found?.value.ref ?? null, minScore, limit });
  const sides = await loadSides(ports, workspace, report.pairs);
  if (terminal.json) {
    for (const pair of report.pairs) await terminal.printJson(duplicateJson(workspace.idKey, pair, sides));
  } else {
    for (const group of pairsInGroups(report.pairs)) await terminal.print(...groupLines(session, group, sides), "");
  }
  for (const line of leftOutLines(report)) terminal.note(line);
  if (report.total === 0) terminal.note(`There are no possible duplicates with a score of ${minScore} or more.`);
  else if (report.total > report.pairs.length) {
    const all = `${report.isCut ? "more than " : ""}${count(report.total, "pair")}`;
    terminal.note(`Shown are the likeliest ${number(report.pairs.length)} of ${all}: --limit shows more.`);
  }
  return 0;
}

async function dismiss(session: Session, ids: readonly [string, string], isRecall: boolean): Promise<ExitCode> {
  const { ports, workspace, terminal, actor } = session;
  const done = await dismissDuplicate(ports, workspace, { ids, actor, isRecall });
  if (!done.ok) return session.refuse(done.refusal);
  const [one, other] = done.value.map((contact) => contactId(workspace.idKey, contact));
  if (terminal.json) await terminal.printJson({ [isRecall ? "recalled" : "dismissed"]: [one, other] });
  else if (isRecall) await terminal.print(`${one} and ${other} may be listed as possible duplicates again.`);
  else await terminal.print(`${one} and ${other} are two people: they are not listed as possible duplicates any more.`);
  return 0;
}
