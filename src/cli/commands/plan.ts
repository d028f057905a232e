/** `muster plan FILE`: what an import would do, line by line. Writes no contact. */
import { type Command, Option } from "commander";
import type { Cli } from "../cli.ts";
import { type ImportOptions, withImportOptions } from "../import-options.ts";
import { examples } from "../shared-options.ts";
import { importFile } from "./import.ts";

export function registerPlan(program: Command, cli: Cli): void {
  withImportOptions(
    program
      .command("plan")
      .summary("show what an import would do; the same as import --dry-run")
      .description(
        "Shows what an import would do to each line. No contact is written; the plan is kept and can be run later.",
      ),
  )
    // A plan asks nothing and writes nothing: what says so all the same is not wrong.
    .addOption(new Option("--yes").hideHelp())
    .addOption(new Option("--dry-run").hideHelp())
    .addHelpText(
      "after",
      examples(
        "muster plan contacts.csv",
        "muster plan contacts.csv --json",
        "muster lines latest --outcome failed   # of the plan",
      ),
    )
    .action((file: string, options: ImportOptions) => importFile(cli, file, { ...options, dryRun: true }));
}
