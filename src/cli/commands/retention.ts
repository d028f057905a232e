/** `muster retention apply`: removes at once what the policy's keepFiles and keepHistory say is over; workers do it once a day. */
import type { Command } from "commander";
import { applyRetention, type Retained } from "../../app/workspace/apply-retention.ts";
import type { SharedOptions } from "../../config.ts";
import { renderPolicyValue } from "../../core/policy/set-policy.ts";
import type { Cli, ExitCode, Session } from "../cli.ts";
import { examples, withFolderOptions } from "../shared-options.ts";
import { count } from "../words/text.ts";

type Options = SharedOptions & { readonly dryRun?: boolean };

export function registerRetention(program: Command, cli: Cli): void {
  const retention = program
    .command("retention")
    .summary("remove stored files and histories of imports whose time is over")
    .description(
      "How long stored files and what values were before are kept is said by the policy: keepFiles and keepHistory. Workers look after it once a day.",
    )
    .addHelpText("after", examples("muster retention apply --dry-run"));
  withFolderOptions(
    retention
      .command("apply")
      .summary("do it now")
      .description(
        "Removes what is over now: stored files, what ledgers say of values, and what erasing people has left in free pages of the database. Outcomes of lines stay, and receipts are still checked.",
      ),
  )
    .option("--dry-run", "show what would go, and remove nothing")
    .addHelpText(
      "after",
      examples(
        "muster policy set keepFiles 90d",
        "muster policy set keepHistory 1y",
        "muster retention apply --dry-run",
        "muster retention apply --json",
      ),
    )
    .action((_: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      return cli.inWorkspace(options, (session) => apply(session, options.dryRun ?? false), {
        action: "remove_imports",
      });
    });
}

async function apply({ ports, workspace, terminal }: Session, dryRun: boolean): Promise<ExitCode> {
  const { keepFiles, keepHistory } = workspace.policy;
  const retained = await applyRetention(ports, workspace, { dryRun });
  if (terminal.json) {
    await terminal.printJson({
      keepFiles: renderPolicyValue("keepFiles", keepFiles),
      keepHistory: renderPolicyValue("keepHistory", keepHistory),
      dryRun,
      ...retained,
    });
    return 0;
  }
  await terminal.print(
    `Stored files are kept ${keptText("keepFiles", keepFiles)}, histories ${keptText("keepHistory", keepHistory)}.`,
    ...retainedLines(retained, dryRun),
  );
  return 0;
}

function keptText(key: "keepFiles" | "keepHistory", value: number | null): string {
  const text = renderPolicyValue(key, value);
  return value === null ? text : `for ${text}`;
}

function retainedLines({ files, histories }: Retained, dryRun: boolean): readonly string[] {
  const does = dryRun ? "would go" : "went";
  const said = [
    [files, `${count(files.length, "stored file")} ${does}`],
    [histories, `${count(histories.length, "history", "histories")} ${does}`],
  ] as const;
  const lines = said.filter(([ids]) => ids.length > 0).map(([ids, text]) => `  ${text}: ${ids.join(", ")}`);
  return lines.length > 0 ? lines : ["  Nothing is over."];
}
