/** `muster show IMPORT`: one import with its file, mapping, policy, outcomes, problems and what was undone of it. */

import type { Command } from "commander";
import { isHeld } from "../../app/import/abandoned-imports.ts";
import { outdatedJson } from "../../app/import/changing/outdated-plan.ts";
import { areAllMended, continuationsOf } from "../../app/import/continuing/mended-lines.ts";
import { findImport } from "../../app/view/find-by-id.ts";
import { detailJson } from "../../app/view/import-detail-json.ts";
import type { SharedOptions } from "../../config.ts";
import type { Cli, ExitCode, Session } from "../cli.ts";
import { remoteShow } from "../remote/history.ts";
import { examples, withWorkspaceOptions } from "../shared-options.ts";
import { isUnderWay, underWayText } from "../under-way.ts";
import { detailLines } from "../words/detail-text.ts";

export function registerShow(program: Command, cli: Cli): void {
  withWorkspaceOptions(
    program
      .command("show")
      .argument("<import>", "id of the import, or latest")
      .summary("one import: policy, mapping, outcomes, problems with fixes")
      .description(
        "Shows one import: its file, how it was read and mapped, under which policy, what became of its lines, and why.",
      ),
  )
    .addHelpText("after", examples("muster show latest", "muster show imp_0123456789 --json"))
    .action((id: string, options: SharedOptions) =>
      cli.look(options, (session) => showImport(session, id), { remote: remoteShow(id) }),
    );
}

async function showImport(session: Session, id: string): Promise<ExitCode> {
  const { ports, workspace, terminal, config } = session;
  const found = await findImport(ports, workspace, id);
  if (!found.ok) return session.refuse(found.refusal);
  const record = found.value;
  const detail = {
    ...detailJson(record),
    continuedBy: await continuationsOf(ports, record),
    ...(await outdatedJson(ports, record)),
  };
  if (terminal.json) {
    await terminal.printJson(detail);
    return 0;
  }
  const isMended = detail.outcomes.failed > 0 && (await areAllMended(ports, record));
  const isLeft = isUnderWay(record) && !isHeld(ports, record);
  const state = underWayText(ports, record);
  await terminal.print(...detailLines(detail, { state, isLeft, isMended, terminal, config }));
  return 0;
}
