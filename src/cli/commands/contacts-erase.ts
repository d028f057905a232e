/** `muster contacts erase CONTACT…`: people leave the workspace for good, wherever imports have left them. */
import type { Command } from "commander";
import { type ErasurePlan, erasePeople, planErasure } from "../../app/contact/erase-person.ts";
import type { ErasedPlaces } from "../../app/ports/erasure-requests.ts";
import { findByWord } from "../../app/view/find-by-word.ts";
import type { SharedOptions } from "../../config.ts";
import { actorName } from "../../core/member/actor.ts";
import { catalogue } from "../../core/problem/catalogue.ts";
import type { Cli, ExitCode, Session } from "../cli.ts";
import { confirmed } from "../confirm.ts";
import { examples, withFolderOptions } from "../shared-options.ts";
import { count } from "../words/text.ts";

type Options = SharedOptions & { readonly yes?: boolean; readonly dryRun?: boolean };

export function registerEraseContacts(contacts: Command, cli: Cli): void {
  withFolderOptions(
    contacts
      .command("erase")
      .argument("<contact...>", "ids, or external ids or email addresses that no other has")
      .summary("erase people for good: contacts, ledger lines, before-images, rows of stored files")
      .description(
        "Erases people: the contacts with those merged into them, their lines in ledgers and plans, what workflows wrote and sent, and their rows in stored files. Ledgers go on balancing, and nothing brings anybody back: no undo, and no resume. The same file imported again makes a new contact.",
      ),
  )
    .option("--dry-run", "show what would be erased, and erase nothing")
    .option("--yes", "do not ask; needed where there is no terminal")
    .addHelpText(
      "after",
      examples(
        "muster contacts erase con_0123456789",
        "muster contacts erase ann@example.com --dry-run",
        "muster contacts erase con_0123456789 con_9876543210 --yes --json",
      ),
    )
    .action((words: readonly string[], _: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      return cli.inWorkspace(options, (session) => erase(session, words, options), { action: "erase_people" });
    });
}

async function erase(session: Session, words: readonly string[], options: Options): Promise<ExitCode> {
  const { ports, workspace, terminal, actor } = session;
  const numbers = new Set<number>();
  for (const word of words) {
    const found = await findByWord(ports, workspace, { object: "contact", word });
    if (!found.ok) return session.refuse(found.refusal);
    numbers.add(found.value);
  }
  const planned = await planErasure(ports, workspace, [...numbers]);
  if (!planned.ok) return session.refuse(planned.refusal);
  if (options.dryRun) {
    if (terminal.json)
      await terminal.printJson({ wouldErase: planned.value.places, imports: importsJson(planned.value) });
    else await terminal.print("This would be erased:", ...placesText(planned.value.places));
    return 0;
  }
  if (!options.yes) {
    if (!terminal.isInteractive)
      return session.refuse({
        code: "confirmation_required",
        message: `${catalogue.confirmation_required.title}. Nobody was erased.`,
        fix: "Look at what would be erased with --dry-run, and say yes beforehand with --yes.",
      });
    terminal.note(["This would be erased:", ...placesText(planned.value.places)].join("\n"));
    if (!(await confirmed(terminal, "Erase it all? Nothing brings it back."))) {
      terminal.note("Nobody was erased.");
      return 0;
    }
  }
  const erased = await erasePeople(ports, workspace, { plan: planned.value, by: actorName(actor) });
  if (!erased.ok) return session.refuse(erased.refusal);
  const isCompact = await ports.store.erasures.compact();
  const { at, by } = erased.value;
  const { places } = planned.value;
  if (terminal.json) await terminal.printJson({ erased: places, at: new Date(at).toISOString(), by });
  else {
    await terminal.print(
      "This is erased:",
      ...placesText(places),
      "Backups that were made before still hold it: whoever restores one erases it again.",
    );
    if (!isCompact)
      terminal.note(
        "Others are at work on the database: what had been deleted before leaves its free pages with the next muster retention apply.",
      );
  }
  return 0;
}

const importsJson = ({ imports }: ErasurePlan) =>
  imports
    .filter(({ plan, rows }) => plan.length + rows.length > 0)
    .map(({ record, run }) => ({ import: record.id, file: record.settings.source.name, lines: run }));

function placesText(places: ErasedPlaces): readonly string[] {
  const said = [
    [places.contacts, `${count(places.contacts, "contact")}, with those merged into them`],
    [
      places.lines,
      `${count(places.lines, "ledger line")} of ${count(places.imports, "import")}: only the outcomes stay`,
    ],
    [places.rows, `${count(places.rows, "row")} in ${count(places.files, "stored file")}: blank from then on`],
    [places.opportunities, `${count(places.opportunities, "opportunity", "opportunities")} left without a contact`],
    [places.merges, `${count(places.merges, "merge")}: cannot be undone any more`],
    [places.runs, `${count(places.runs, "run")} of workflows`],
    [
      places.uploads,
      `${count(places.uploads, "upload")} that ${places.uploads === 1 ? "waits for its" : "wait for their"} import, whole`,
    ],
    [places.effects, `${count(places.effects, "message")} of workflows: what has not gone out is cancelled`],
  ] as const;
  return said.filter(([number]) => number > 0).map(([, text]) => `  ${text}`);
}
