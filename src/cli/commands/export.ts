/** `muster export contacts`, `muster export accounts`: a file to edit in a spreadsheet and to import again. */

import { Argument, type Command } from "commander";
import { type ExportPage, type ExportPiece, exportCsv } from "../../app/export/export-contacts.ts";
import { exportObject, objectOf } from "../../app/export/export-object.ts";
import { workbookRows } from "../../app/table/workbook-rows.ts";
import type { SharedOptions } from "../../config.ts";
import { mayDo } from "../../core/member/permissions.ts";
import { MANY, type ObjectKind } from "../../core/object/object-kind.ts";
import { shown } from "../../core/problem/shown-text.ts";
import type { Cli, ExitCode, Session } from "../cli.ts";
import { fieldWords } from "../field-words.ts";
import { CONTACTS_SEARCHED, withFilters } from "../listed-objects.ts";
import { writeOutput } from "../output-file.ts";
import { outputFormat } from "../output-format.ts";
import { remoteExport } from "../remote/files.ts";
import { collected, examples, withWorkspaceOptions } from "../shared-options.ts";
import { capitalised, count } from "../words/text.ts";

type Options = SharedOptions & {
  readonly search?: string;
  readonly filter?: readonly string[];
  readonly fields?: readonly string[];
  readonly format?: string;
  readonly out?: string;
};

export function registerExport(program: Command, cli: Cli): void {
  withFilters(
    withWorkspaceOptions(
      program
        .command("export")
        .addArgument(
          new Argument("<what>", "what to export").choices(["contacts", "accounts", "opportunities", "pipelines"]),
        )
        .summary("contacts, accounts, opportunities or pipelines as CSV or Excel workbook, to edit and import again")
        .description(
          "Writes contacts, accounts, opportunities or pipelines with their record id to stdout or a file. Edited and imported again, only real changes are written; no cell runs as a formula in a spreadsheet.",
        ),
    ),
    CONTACTS_SEARCHED,
  )
    .option(
      "--fields <fields>",
      "only these fields, parted by commas; kept:NAME for custom data; repeatable",
      collected,
    )
    .option("--format <format>", "csv or xlsx (default: what the name of the file says, else csv)")
    .option("--out <file>", "write to this file instead of stdout")
    .addHelpText(
      "after",
      examples(
        "muster export contacts > contacts.csv",
        "muster export contacts --out contacts.xlsx",
        "muster export contacts --filter tag=vip --fields email,phone,tags --out vips.csv",
        "muster import vips.csv --mode update",
        "muster export accounts --out accounts.csv",
        "muster export opportunities --filter pipeline=Sales --out sales.csv",
        "muster export pipelines > pipelines.csv",
      ),
    )
    .action((what: string, options: Options) =>
      cli.look(options, (session) => exportFile(cli, session, { ...options, object: objectOf(what) }), {
        remote: remoteExport(objectOf(what), options),
      }),
    );
}

async function exportFile(
  cli: Cli,
  session: Session,
  options: Options & { readonly object: ObjectKind },
): Promise<ExitCode> {
  const { ports, workspace, terminal, actor } = session;
  const { object } = options;
  const format = outputFormat(terminal, options);
  if (!format.ok) return session.refuse(format.refusal);
  const wanted = { search: options.search ?? null, filters: options.filter ?? [] };
  const exported = await exportObject(ports, workspace, {
    ...{ object, ...wanted, fields: options.fields?.flatMap(fieldWords) ?? null },
    isReadOnly: !mayDo(actor, "change_mappings", workspace.policy),
  });
  if (!exported.ok) return session.refuse(exported.refusal);
  const tally = { contacts: 0 };
  const out = options.out ?? null;
  const pages = counted(exported.value, tally);
  const pieces =
    format.value === "xlsx"
      ? cli.edges.workbook(workbookRows(pages), capitalised(MANY[object]))
      : csvText(exportCsv(workspace, pages));
  const written = await writeOutput(terminal, out, pieces);
  if (!written.ok) return session.refuse(written.refusal);
  if (out === null) return 0;
  if (terminal.json) await terminal.printJson({ out, format: format.value, [MANY[object]]: tally.contacts });
  else terminal.note(`${count(tally.contacts, object, MANY[object])} written to ${shown(out)}.`);
  return 0;
}

async function* counted(pages: AsyncIterable<ExportPage>, tally: { contacts: number }): AsyncIterable<ExportPage> {
  for await (const page of pages) {
    tally.contacts += page.contacts;
    yield page;
  }
}

async function* csvText(pieces: AsyncIterable<ExportPiece>): AsyncIterable<string> {
  for await (const { text } of pieces) yield text;
}
