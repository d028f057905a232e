/** `muster template contacts`, `muster template accounts`: a file to fill in, whose headers map by themselves. */

import { Argument, type Command, Option } from "commander";
import { templateOf } from "../../app/export/export-object.ts";
import { templateCsv } from "../../app/export/template.ts";
import { workbookRows } from "../../app/table/workbook-rows.ts";
import type { SharedOptions } from "../../config.ts";
import type { ImportMode } from "../../core/policy/policy.ts";
import { shown } from "../../core/problem/shown-text.ts";
import type { Cli, ExitCode, Session } from "../cli.ts";
import { writeOutput } from "../output-file.ts";
import { outputFormat } from "../output-format.ts";
import { remoteTemplate } from "../remote/files.ts";
import { examples, withWorkspaceOptions } from "../shared-options.ts";
import { capitalised } from "../words/text.ts";

type Options = SharedOptions & {
  readonly mode?: ImportMode;
  readonly preset?: string;
  readonly format?: string;
  readonly out?: string;
};

export function registerTemplate(program: Command, cli: Cli): void {
  withWorkspaceOptions(
    program
      .command("template")
      .addArgument(
        new Argument("<what>", "what to import with it").choices([
          "contacts",
          "accounts",
          "opportunities",
          "contacts,opportunities",
          "pipelines",
        ]),
      )
      .summary("a CSV file or Excel workbook to fill in, whose headers map by themselves")
      .description(
        "Writes a template: the preset's columns and the workspace's own fields, with one example row that an import takes.",
      ),
  )
    .addOption(new Option("--mode <mode>", "what the import is to do").choices(["create", "update", "both"]))
    .option("--preset <id>", "that of another preset than the workspace's")
    .option("--format <format>", "csv or xlsx (default: what the name of the file says, else csv)")
    .option("--out <file>", "write to this file instead of stdout")
    .addHelpText(
      "after",
      examples(
        "muster template contacts > contacts.csv",
        "muster template contacts --out contacts.xlsx",
        "muster template contacts --mode update --out update.csv",
        "muster template accounts > accounts.csv",
        "muster template contacts,opportunities --out both.csv",
        "muster template pipelines > pipelines.csv",
      ),
    )
    .action((what: string, options: Options) =>
      cli.look(options, (session) => writeTemplate(cli, session, { ...options, what }), {
        remote: remoteTemplate(what, options),
      }),
    );
}

async function writeTemplate(
  cli: Cli,
  session: Session,
  options: Options & { readonly what: string },
): Promise<ExitCode> {
  const { ports, workspace, terminal } = session;
  const format = outputFormat(terminal, options);
  if (!format.ok) return session.refuse(format.refusal);
  const { what, mode = null, preset = null } = options;
  const template = await templateOf(ports, workspace, { what, mode, preset });
  if (!template.ok) return session.refuse(template.refusal);
  const out = options.out ?? null;
  const { rows } = template.value;
  const pieces =
    format.value === "xlsx"
      ? cli.edges.workbook(workbookRows(once({ rows, contacts: 1 })), capitalised(what.replace(",", " and ")))
      : once(templateCsv(template.value));
  const written = await writeOutput(terminal, out, pieces);
  if (!written.ok) return session.refuse(written.refusal);
  if (out !== null && terminal.json) await terminal.printJson({ out, format: format.value });
  else if (out !== null) terminal.note(`Template written to ${shown(out)}.`);
  return 0;
}

async function* once<T>(value: T): AsyncIterable<T> {
  yield value;
}
