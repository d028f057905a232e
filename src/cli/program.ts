/** The whole command line: one line per command in the list, and what all of them have in common. */
import { Command, CommanderError } from "commander";
import { registerAccounts } from "./accounts.ts";
import { registerBackup, registerRestore } from "./backup.ts";
import { registerCancel } from "./cancel.ts";
import type { Cli, ExitCode } from "./cli.ts";
import { registerContacts } from "./contacts.ts";
import { registerDuplicates } from "./duplicates.ts";
import { registerEffects } from "./effects.ts";
import { registerExport } from "./export.ts";
import { registerField } from "./field.ts";
import { registerFields } from "./fields.ts";
import { registerFix } from "./fix.ts";
import { registerImport } from "./import.ts";
import { registerImports } from "./imports.ts";
import { registerKeys } from "./keys.ts";
import { registerLines } from "./lines.ts";
import { registerMappings } from "./mappings.ts";
import { registerMcp } from "./mcp.ts";
import { registerMembers } from "./members.ts";
import { registerMerge } from "./merge.ts";
import { registerNotifications } from "./notifications.ts";
import { registerOpportunities } from "./opportunities.ts";
import { registerPipelines } from "./pipelines.ts";
import { registerPlan } from "./plan.ts";
import { registerPolicy } from "./policy.ts";
import { registerPresets } from "./presets.ts";
import { registerRead } from "./read.ts";
import { registerReceipt, registerVerify } from "./receipt.ts";
import { registerResume } from "./resume.ts";
import { registerRetention } from "./retention.ts";
import { registerServe } from "./serve.ts";
import { registerShow } from "./show.ts";
import { registerSources } from "./sources.ts";
import { registerTags } from "./tags.ts";
import { registerTasks } from "./tasks.ts";
import { registerTemplate } from "./template.ts";
import { printable } from "./text.ts";
import { registerUndo } from "./undo.ts";
import { registerWebhooks } from "./webhooks.ts";
import { registerWorker } from "./worker.ts";
import { registerWorkflows } from "./workflows.ts";
import { registerWorkspaces } from "./workspaces.ts";

type Register = (program: Command, cli: Cli) => void;

/** In the order of the help. */
const COMMANDS: readonly Register[] = [
  registerImport,
  registerPlan,
  registerRead,
  registerImports,
  registerShow,
  registerLines,
  registerFix,
  registerUndo,
  registerResume,
  registerCancel,
  registerReceipt,
  registerVerify,
  registerContacts,
  registerAccounts,
  registerOpportunities,
  registerPipelines,
  registerDuplicates,
  registerMerge,
  registerExport,
  registerTemplate,
  registerFields,
  registerTags,
  registerSources,
  registerMappings,
  registerMembers,
  registerKeys,
  registerPolicy,
  registerPresets,
  registerWorkflows,
  registerEffects,
  registerServe,
  registerWebhooks,
  registerNotifications,
  registerTasks,
  registerWorker,
  registerMcp,
  registerWorkspaces,
  registerField,
  registerBackup,
  registerRestore,
  registerRetention,
];

/** @param args what stands behind `muster` */
export async function runProgram(cli: Cli, args: readonly string[]): Promise<ExitCode> {
  const program = buildProgram(cli);
  try {
    if (args.length === 0) program.help({ error: true });
    await program.parseAsync(args, { from: "user" });
    return cli.exitCode;
  } catch (error) {
    // Help and version end this way too, with 0; everything else was not understood.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
}

export function buildProgram(cli: Cli): Command {
  const program = new Command("muster")
    .description("Brings contacts from files into a workspace, and accounts for every line.")
    .version(cli.edges.version, "-V, --version", "print the version")
    .helpOption("-h, --help", "show what a command does, with examples")
    .configureHelp({ showGlobalOptions: false })
    .showSuggestionAfterError(true)
    .exitOverride()
    .configureOutput({
      outputError: (text, write) =>
        write(
          text
            .replace(/^error: /, "muster: ")
            .split("\n")
            .map(printable)
            .join("\n"),
        ),
    })
    .addHelpText("after", HELP);
  for (const register of COMMANDS) register(program, cli);
  for (const command of program.commands) {
    const name = `muster ${command.name()}`;
    command.showHelpAfterError(`  See ${name} --help.`);
    for (const part of command.commands) part.showHelpAfterError(`  See ${name} ${part.name()} --help.`);
  }
  program.showHelpAfterError("  See muster --help.");
  return program;
}

const HELP = `
Examples:
  muster read contacts.csv            how the file is read; writes nothing
  muster import contacts.csv          shows the plan, asks, imports, shows the ledger
  muster show latest                  the last import: problems and what to do about them
  muster undo latest                  takes it back

Exit codes: 0 done, 1 a fault of ours, 2 refused and nothing written, 3 done but rows failed (--strict), 130 interrupted.`;
