/** `muster export contacts`: a file to edit in a spreadsheet and to import again. */
import { Argument, type Command } from "commander";
import { type ExportPiece, exportContacts } from "../app/export-contacts.ts";
import type { SharedOptions } from "../config.ts";
import { KEPT_PREFIX } from "../core/plan/shape.ts";
import { type Refusal, refuseWith } from "../core/problem/refusal.ts";
import { shown } from "../core/problem/shown-text.ts";
import type { Cli, ExitCode, Session } from "./cli.ts";
import { withContactFilters } from "./contacts.ts";
import { writeOutput } from "./output-file.ts";
import { collected, examples, withWorkspaceOptions } from "./shared-options.ts";
import { count } from "./text.ts";

type Options = SharedOptions & {
  readonly search?: string;
  readonly filter?: readonly string[];
  readonly fields?: readonly string[];
  readonly format?: string;
  readonly out?: string;
};

export function registerExport(program: Command, cli: Cli): void {
  withContactFilters(
    withWorkspaceOptions(
      program
        .command("export")
        .addArgument(new Argument("<what>", "what to export").choices(["contacts"]))
        .summary("contacts as CSV, to edit and import again")
        .description(
          "Writes contacts with their record id to stdout or a file. Edited and imported again, only real changes are written; no cell runs as a formula in a spreadsheet.",
        ),
    ),
  )
    .option(
      "--fields <fields>",
      "only these fields, parted by commas; kept:NAME for custom data; repeatable",
      collected,
    )
    .option("--format <format>", "csv (default: csv)")
    .option("--out <file>", "write to this file instead of stdout")
    .addHelpText(
      "after",
      examples(
        "muster export contacts > contacts.csv",
        "muster export contacts --filter tag=vip --fields email,phone,tags --out vips.csv",
        "muster import vips.csv --mode update",
      ),
    )
    .action((_: string, options: Options) => cli.inWorkspace(options, (session) => exportFile(session, options)));
}

async function exportFile(session: Session, options: Options): Promise<ExitCode> {
  const { ports, workspace, terminal } = session;
  const wrong = wrongOutput(options);
  if (wrong) return session.refuse(wrong);
  const exported = await exportContacts(ports, workspace, {
    search: options.search ?? null,
    filters: options.filter ?? [],
    fields: options.fields?.flatMap(fieldWords) ?? null,
  });
  if (!exported.ok) return session.refuse(exported.refusal);
  const tally = { contacts: 0 };
  const out = options.out ?? null;
  const written = await writeOutput(terminal, out, counted(exported.value, tally));
  if (!written.ok) return session.refuse(written.refusal);
  if (out === null) return 0;
  if (terminal.json) await terminal.printJson({ out, format: "csv", contacts: tally.contacts });
  else terminal.note(`${count(tally.contacts, "contact")} written to ${shown(out)}.`);
  return 0;
}

/** A name of custom data may hold commas: it is then given in an option of its own. */
const fieldWords = (text: string): readonly string[] =>
  text.startsWith(KEPT_PREFIX)
    ? [text]
    : text
        .split(",")
        .map((word) => word.trim())
        .filter((word) => word !== "");

function wrongOutput({ format, out }: Options): Refusal | null {
  const wanted = (format ?? (/\.(xlsx|ods|xls)$/i.exec(out ?? "")?.[1] || "csv")).toLowerCase();
  if (wanted !== "csv") {
    const { refusal } = refuseWith(
      "arguments_invalid",
      `Contacts cannot be exported as ${shown(wanted)} yet, only as csv.`,
    );
    return { ...refusal, fix: "Use --format csv and a file name that ends in .csv: spreadsheet programs open it." };
  }
  return null;
}

async function* counted(pieces: AsyncIterable<ExportPiece>, tally: { contacts: number }): AsyncIterable<string> {
  for await (const { text, contacts } of pieces) {
    tally.contacts += contacts;
    yield text;
  }
}
