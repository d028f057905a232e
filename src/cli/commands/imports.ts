/** `muster imports`: the history of a workspace, newest first. */

import type { Command } from "commander";
import { isHeld } from "../../app/import/abandoned-imports.ts";
import { findImport } from "../../app/view/find-by-id.ts";
import { importJson } from "../../app/view/import-json.ts";
import type { SharedOptions } from "../../config.ts";
import type { Cli, ExitCode, Session } from "../cli.ts";
import { remoteImports } from "../remote/history.ts";
import { examples, positive, withWorkspaceOptions } from "../shared-options.ts";
import { isUnderWay, underWayText } from "../under-way.ts";
import { earlierOnes, historyTable, noImports } from "../words/history-table.ts";
import { withData } from "../words/import-text.ts";
import { registerImportFile } from "./imports-file.ts";
import { registerRemoveImport } from "./imports-remove.ts";

type Options = SharedOptions & { readonly limit: number; readonly cursor?: string };

const MOST_IMPORTS = 20;

export function registerImports(program: Command, cli: Cli): void {
  const imports = withWorkspaceOptions(
    program
      .command("imports")
      .enablePositionalOptions()
      .summary("the history: who imported what, when, and what became of it")
      .description("Lists the imports of the workspace, newest first. With --json one object a line."),
  )
    .option("--limit <n>", "how many to list", positive, MOST_IMPORTS)
    .option("--cursor <import>", "list those before this one")
    .addHelpText(
      "after",
      examples(
        "muster imports",
        "muster imports --limit 100 --json",
        "muster imports file latest --out contacts.csv",
        "muster imports remove imp_0123456789",
      ),
    )
    .action((options: Options) =>
      cli.look(options, (session) => listImports(session, options), { remote: remoteImports(options) }),
    );
  registerImportFile(imports, cli);
  registerRemoveImport(imports, cli);
}

async function listImports(session: Session, { limit, cursor }: Options): Promise<ExitCode> {
  const { ports, workspace, terminal, config } = session;
  const before = cursor === undefined ? null : await findImport(ports, workspace, cursor);
  if (before && !before.ok) return session.refuse(before.refusal);
  const found = await ports.store.imports.list(workspace.number, {
    limit: limit + 1,
    before: before?.value.ref.import ?? null,
  });
  const records = found.slice(0, limit);
  if (terminal.json) {
    for (const record of records) await terminal.printJson(importJson(record));
    return 0;
  }
  if (records.length === 0) {
    await terminal.print(noImports(before !== null, config));
    return 0;
  }
  await terminal.print(
    ...historyTable(
      records.map((record) => importJson(record)),
      terminal.width,
    ),
  );
  for (const record of records.filter(isUnderWay)) {
    terminal.note(`${record.id} is ${underWayText(ports, record)}.`);
    if (!isHeld(ports, record)) terminal.note(`  Go on with: ${withData(`muster resume ${record.id}`, config)}`);
  }
  const last = records.at(-1);
  if (found.length > limit && last) {
    terminal.note(earlierOnes(last.id, config));
  }
  return 0;
}
