/** `muster cancel IMPORT`: ends an import that is not done. What it has written stays, and can be undone. */

import type { Command } from "commander";
import { abandonedImports } from "../../app/import/abandoned-imports.ts";
import { cancelImport } from "../../app/import/run-import.ts";
import { findImport } from "../../app/view/find-by-id.ts";
import { detailJson } from "../../app/view/import-detail-json.ts";
import { importJson, tallyOf } from "../../app/view/import-json.ts";
import type { SharedOptions } from "../../config.ts";
import type { Cli, ExitCode, Session } from "../cli.ts";
import { goOn } from "../go-on.ts";
import { refuseImport } from "../import-report.ts";
import { remoteCancel } from "../remote/moves.ts";
import { examples, withWorkspaceOptions } from "../shared-options.ts";
import { workerOn } from "../under-way.ts";
import { nextLines } from "../words/next-lines.ts";
import { count } from "../words/text.ts";

export function registerCancel(program: Command, cli: Cli): void {
  withWorkspaceOptions(
    program
      .command("cancel")
      .argument("<import>", "id of the import, or latest")
      .summary("end an import that is planned, interrupted or running")
      .description(
        "Ends an import for good. One that another process is running stops after the batch it is writing. Lines that are written stay written.",
      ),
  )
    .addHelpText("after", examples("muster cancel latest"))
    .action((id: string, options: SharedOptions) =>
      cli.inWorkspace(options, (session) => cancel(cli, session, id), {
        looks: true,
        resumes: false,
        action: "import",
        remote: remoteCancel(id),
      }),
    );
}

async function cancel(cli: Cli, session: Session, id: string): Promise<ExitCode> {
  const { ports, workspace, terminal, config } = session;
  const found = await findImport(ports, workspace, id);
  if (!found.ok) return session.refuse(found.refusal);
  const { ref } = found.value;
  let cancelled = await cancelImport(ports, ref);
  // Nobody runs it any more who could see the wish.
  const abandoned = (await abandonedImports(ports)).find((record) => record.id === found.value.id);
  if (cancelled.ok && abandoned?.state === "running") {
    cancelled = await goOn(ports, abandoned, { terminal, interrupts: cli.edges.interrupts, progress: false });
  }
  if (!cancelled.ok) return refuseImport(session, found.value.id, cancelled.refusal);
  const record = cancelled.value;
  if (terminal.json) await terminal.printJson(importJson(record));
  else if (record.state !== "cancelled" && record.cancelRequested) {
    await terminal.print(`${record.id} was asked to stop: ${workerOn(record)} ends it after the batch it is writing.`);
  } else {
    const { created, updated } = tallyOf(record).outcomes;
    await terminal.print(
      `${record.id} is ${record.state}: ${count(created + updated, "line")} had been written.`,
      ...nextLines(detailJson(record), { config, terminal }),
    );
  }
  return 0;
}
