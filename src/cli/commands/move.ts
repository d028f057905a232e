/** `muster move --to PLACE`: everything from the data folder to PostgreSQL, or back. */
import type { Command } from "commander";
import type { Moved } from "../../app/ports/mover.ts";
import { isPostgres } from "../../config/database.ts";
import { readConfig, type SharedOptions } from "../../config.ts";
import { type Cli, type ExitCode, refuse } from "../cli.ts";
import { examples, withFolderOptions } from "../shared-options.ts";
import type { Terminal } from "../terminal.ts";
import { count, printable } from "../words/text.ts";

type Options = SharedOptions & { readonly to: string };

export function registerMove(program: Command, cli: Cli): void {
  withFolderOptions(
    program
      .command("move")
      .summary("copy everything to PostgreSQL, or from there to a data folder")
      .description(
        "Copies all workspaces from where commands work - the data folder, or the database of DATABASE_URL - to an empty database or a new folder: contacts, ledgers, what values were before, members, keys, and the stored files where they are kept elsewhere. Cut off, the same command goes on. In the end both sides are read again and compared, row by row; what was copied from stays as it is. Servers and workers have to stand still meanwhile. People sign in anew afterwards.",
      ),
  )
    .requiredOption("--to <place>", "postgres://user:password@host:5432/database, or a folder")
    .addHelpText(
      "after",
      examples(
        "muster move --to postgres://muster:secret@db.example.com/muster",
        "DATABASE_URL=postgres://muster:secret@db.example.com/muster muster move --to ./muster-data",
      ),
    )
    .action((options: Options) =>
      options.server === undefined
        ? cli.run(options, (terminal) => move(cli, terminal, options))
        : cli.onServer(options, undefined),
    );
}

async function move(cli: Cli, terminal: Terminal, options: Options): Promise<ExitCode> {
  const config = readConfig(cli.edges.env, options);
  if (!config.ok) return refuse(terminal, config.refusal);
  const { dataFolder } = config.value;
  const shown = new CopyProgress(terminal);
  const onTable = (table: string, rows: number): void => shown.show(table, rows);
  const warn = (text: string): void =>
    terminal.complain(
      `${text} What they write from now on may be left behind: stop servers and workers, and move to a new place again.`,
    );
  const moved = await cli.edges.move({ dataFolder, to: options.to, warn, onTable }).finally(() => shown.end());
  if (!moved.ok) return refuse(terminal, moved.refusal);
  if (terminal.json) await terminal.printJson(moved.value);
  else await terminal.print(...movedLines(moved.value, options.to));
  return 0;
}

/** On a terminal one line that counts, else a line for each table once it is copied. */
class CopyProgress {
  readonly #terminal: Terminal;
  readonly #redraws: boolean;
  #table = "";
  #rows = 0;

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
    this.#redraws = terminal.streams.stderr.isTTY === true && !terminal.quiet;
  }

  show(table: string, rows: number): void {
    if (table !== this.#table) this.end();
    [this.#table, this.#rows] = [table, rows];
    if (this.#redraws) this.#terminal.streams.stderr.write(`\r\u001b[K${this.#line()}`);
  }

  end(): void {
    if (this.#table === "") return;
    if (this.#redraws) this.#terminal.streams.stderr.write("\r\u001b[K");
    this.#terminal.note(this.#line());
    this.#table = "";
  }

  #line(): string {
    return `  ${this.#table}: ${count(this.#rows, "row")}`;
  }
}

function movedLines({ tables, people, files, missing, staying }: Moved, to: string): readonly string[] {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const [where, next] = isPostgres(to)
    ? ["The database", "Set DATABASE_URL to it, and start servers and workers again."]
    : ["The folder", "Unset DATABASE_URL, and name the folder with MUSTER_DATA or --data."];
  return [
    `${where} holds ${count(rows, "row")} of ${count(tables.length, "table")}, each compared with what it was copied from.`,
    ...(files > 0 ? [`${count(files, "stored file")} copied.`] : []),
    ...(missing > 0 ? [`${count(missing, "stored file")} of old imports are nowhere any more.`] : []),
    ...(people > 0 ? [`${count(people, "person", "people")} who sign in: they do so anew.`] : []),
    `What was copied from is as it was. ${next}`,
    ...(staying === null ? [] : stayingLines(staying)),
  ];
}

/** Without the folder, undo and lines with errors find no file. */
function stayingLines({ files, folder }: NonNullable<Moved["staying"]>): readonly string[] {
  const shown = printable(folder);
  return [
    `${count(files, "stored file")} ${files === 1 ? "stays" : "stay"} in ${shown}: servers, workers and commands still need it (MUSTER_DATA=${shown}).`,
    "To keep them in a bucket instead, copy its folder files to s3://BUCKET/PREFIX/files, and set MUSTER_FILES=s3://BUCKET/PREFIX for all of them.",
  ];
}
