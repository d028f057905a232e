/** `muster backup FILE` and `muster restore FILE`: the whole data folder in one archive, and back. */
import type { Command } from "commander";
import type { SharedOptions } from "../../config.ts";
import { readConfig } from "../../config.ts";
import { shown } from "../../core/problem/shown-text.ts";
import { type Cli, type ExitCode, refuse, type Session } from "../cli.ts";
import { writeOutput } from "../output-file.ts";
import { examples, withFolderOptions } from "../shared-options.ts";
import type { Terminal } from "../terminal.ts";
import { count } from "../words/text.ts";

export function registerBackup(program: Command, cli: Cli): void {
  withFolderOptions(
    program
      .command("backup")
      .argument("<file>", "the archive to write; - writes standard output")
      .summary("all workspaces with their source files in one archive, while they are in use")
      .description(
        "Writes the database as it is at this moment, and the source files of all imports, to one zip archive. Imports may go on meanwhile.",
      ),
  )
    .addHelpText("after", examples("muster backup monday.zip", "muster backup - | ssh store 'cat > monday.zip'"))
    .action((file: string, options: SharedOptions) =>
      cli.inWorkspace(options, (session) => backup(cli, session, file), { resumes: false, action: "back_up" }),
    );
}

export function registerRestore(program: Command, cli: Cli): void {
  withFolderOptions(
    program
      .command("restore")
      .argument("<file>", "an archive that muster backup has written; - reads standard input")
      .summary("make a data folder from a backup")
      .description(
        "Makes a data folder from a backup, each part checked by its digest. The folder must not hold a database yet. Cut off, it leaves none, and can be repeated.",
      ),
  )
    .addHelpText("after", examples("muster restore monday.zip --data ./restored", "muster imports --data ./restored"))
    .action((file: string, options: SharedOptions) =>
      options.server === undefined
        ? cli.run(options, (terminal) => restore(cli, terminal, { file, options }))
        : cli.onServer(options, undefined),
    );
}

async function backup(cli: Cli, session: Session, file: string): Promise<ExitCode> {
  const { terminal, config } = session;
  if (config.database !== null) {
    return session.refuse({
      code: "arguments_invalid",
      message: "DATABASE_URL is set: the data is in PostgreSQL, which has tools of its own for backups.",
      fix: "Back it up with pg_dump and the stored files beside it, or copy all of it to a data folder: muster move --to DIR.",
    });
  }
  const { bytes, facts } = cli.edges.backups.write(config.dataFolder);
  const written = await writeOutput(terminal, file, bytes);
  if (!written.ok) return session.refuse(written.refusal);
  const { files, missing } = facts();
  if (file === "-") return 0;
  if (terminal.json) await terminal.printJson({ out: file, files, missing });
  else {
    terminal.note(`The database and ${count(files, "source file")} are in ${shown(file)}.`);
    if (missing > 0) terminal.note(`  ${count(missing, "source file")} of old imports are not stored any more.`);
  }
  return 0;
}

async function restore(
  cli: Cli,
  terminal: Terminal,
  { file, options }: { readonly file: string; readonly options: SharedOptions },
): Promise<ExitCode> {
  const config = readConfig(cli.edges.env, options);
  if (!config.ok) return refuse(terminal, config.refusal);
  const input = await cli.edges.inputs.open(file);
  if (!input.ok) return refuse(terminal, input.refusal);
  try {
    const { dataFolder } = config.value;
    const restored = await cli.edges.backups.restore(input.value, dataFolder);
    if (!restored.ok) return refuse(terminal, restored.refusal);
    const { files, missing } = restored.value;
    if (terminal.json) await terminal.printJson({ data: dataFolder, files, missing });
    else {
      await terminal.print(
        `${shown(dataFolder)} holds the database and ${count(files, "source file")}, each as it was backed up.`,
      );
    }
    return 0;
  } finally {
    await input.value.close();
  }
}
