/** `muster imports remove IMPORT`: an import leaves the workspace, with its file and what its ledger says of contacts. */
import type { Command } from "commander";
import { linesOf } from "../../app/import/import-parts.ts";
import { removeImport } from "../../app/import/remove-import.ts";
import type { ImportRecord } from "../../app/ports.ts";
import { findImport } from "../../app/view/find-by-id.ts";
import { tallyOf } from "../../app/view/import-json.ts";
import type { SharedOptions } from "../../config.ts";
import { mayHappen } from "../../core/import-state.ts";
import { changesSomething, type Tally } from "../../core/plan/outcome.ts";
import { catalogue } from "../../core/problem/catalogue.ts";
import { refuseWith } from "../../core/problem/refusal.ts";
import { shown } from "../../core/problem/shown-text.ts";
import type { Cli, ExitCode, Session } from "../cli.ts";
import { confirmed } from "../confirm.ts";
import { refuseImport } from "../import-report.ts";
import { examples, withFolderOptions } from "../shared-options.ts";
import { besideOf, countOf } from "../words/undo-text.ts";

type Options = SharedOptions & { readonly yes?: boolean };

export function registerRemoveImport(imports: Command, cli: Cli): void {
  withFolderOptions(
    imports
      .command("remove")
      .argument("<import>", "id of the import, or latest")
      .summary("remove an import with its file and ledger; contacts stay")
      .description(
        "Removes an import for good: its stored file, plan and ledger with every value in them. Contacts stay as they are, but what it wrote can no longer be undone or traced.",
      ),
  )
    .option("--yes", "do not ask; needed where there is no terminal")
    .addHelpText("after", examples("muster imports remove imp_0123456789", "muster imports remove latest --yes"))
    .action((id: string, _: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      return cli.inWorkspace(options, (session) => remove(session, id, options.yes ?? false), {
        action: "remove_imports",
      });
    });
}

async function remove(session: Session, id: string, isSure: boolean): Promise<ExitCode> {
  const { ports, workspace, terminal } = session;
  const found = await findImport(ports, workspace, id);
  if (!found.ok) return session.refuse(found.refusal);
  const { ref, state, settings, id: name } = found.value;
  if (!mayHappen(state, "remove")) {
    const { refusal } = refuseWith("import_state_invalid", `${name} is ${state}: it is removed once it has ended.`);
    return refuseImport(session, name, refusal);
  }
  const tally = tallyOf(found.value);
  const wrote = changesSomething(tally) && state !== "planned";
  if (!isSure && !terminal.isInteractive) {
    return refuseImport(session, name, {
      code: "confirmation_required",
      message: `${catalogue.confirmation_required.title}. Nothing was removed.`,
      fix: "Say yes beforehand with --yes.",
    });
  }
  if (!isSure) {
    const what = `${name} (${shown(settings.source.name)})`;
    if (wrote) terminal.note(`What it wrote to ${writtenText(found.value, tally)} can then not be undone any more.`);
    if (!(await confirmed(terminal, `Remove ${what} with its file and ledger?`))) {
      terminal.note("Nothing was removed.");
      return 0;
    }
  }
  const removed = await removeImport(ports, ref);
  if (!removed.ok) return refuseImport(session, name, removed.refusal);
  if (terminal.json) await terminal.printJson({ removed: name });
  else await terminal.print(`${name} is removed, with its file and ledger.`);
  return 0;
}

/** Lines may have changed nothing but what stands beside their own objects. */
const writtenText = (record: ImportRecord, { outcomes: { created, updated } }: Tally): string =>
  created + updated > 0 ? countOf(created + updated, linesOf(record)) : `${besideOf(linesOf(record))}s`;
