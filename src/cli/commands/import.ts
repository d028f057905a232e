/** `muster import FILE`: read, map, plan, confirm, run, show the ledger. */

import type { Command } from "commander";
import { acceptDisclaimer } from "../../app/import/preparing/accept-disclaimer.ts";
import { importPolicy } from "../../app/import/preparing/import-policy.ts";
import { prepareImport } from "../../app/import/preparing/prepare-import.ts";
import { receiveFile } from "../../app/import/preparing/receive-file.ts";
import type { ImportRecord } from "../../app/ports.ts";
import { detailJson } from "../../app/view/import-detail-json.ts";
import { disclaimerRefused } from "../../core/policy/disclaimer.ts";
import type { Result } from "../../core/problem/refusal.ts";
import { askStart, unconfirmed } from "../ask-start.ts";
import type { Cli, ExitCode, Session } from "../cli.ts";
import { goOn, planWithProgress } from "../go-on.ts";
import { type ImportOptions, importRequest, withImportOptions } from "../import-options.ts";
import { PLAN_HEAD, printTally, type ReportSettings, refuseImport, reportEnd, reportPlan } from "../import-report.ts";
import { remoteImport } from "../remote/import.ts";
import { examples } from "../shared-options.ts";
import { Stopwatch } from "../stopwatch.ts";
import { fileLines } from "../words/import-text.ts";

export function registerImport(program: Command, cli: Cli): void {
  withImportOptions(
    program
      .command("import")
      .summary("read a file, show the plan, ask, import, show the ledger")
      .description(
        "Reads a file of contacts, or of accounts, maps its columns, shows what would become of each line, asks, and imports it.",
      ),
  )
    .option("--yes", "do not ask; needed where there is no terminal")
    .option("--dry-run", "stop at the plan: nothing is written")
    .addHelpText(
      "after",
      examples(
        "muster import contacts.csv",
        "muster import contacts.csv --yes --json --strict",
        "muster import contacts.csv --map 'Mail=email' --map '#4=phone' --country DE",
        "muster import update.csv --mode update --set emptyCells=clear",
        "muster import hold.csv --dnt --tag 'on hold' --yes",
        "cat contacts.csv | muster import - --yes --tag 'spring fair'",
        "muster import accounts.csv --object accounts",
      ),
    )
    .action((file: string, options: ImportOptions) => importFile(cli, file, options));
}

export function importFile(cli: Cli, file: string, options: ImportOptions): Promise<void> {
  return cli.inWorkspace(options, (session) => new FileImport(cli, session, { file, options }).import(), {
    action: "import",
    preset: options.preset ?? null,
    remote: remoteImport(cli, file, options),
  });
}

/** One import from its file to its ledger. */
class FileImport {
  readonly #cli: Cli;
  readonly #session: Session;
  readonly #options: ImportOptions;
  /** The path as it was given. */
  readonly #file: string;
  readonly #watch = new Stopwatch();

  constructor(
    cli: Cli,
    session: Session,
    { file, options }: { readonly file: string; readonly options: ImportOptions },
  ) {
    this.#file = file;
    this.#cli = cli;
    this.#session = session;
    this.#options = options;
  }

  async import(): Promise<ExitCode> {
    const session = this.#session;
    const { terminal, ports } = session;
    const prepared = await this.#prepare();
    if (!prepared.ok) return refuseImport(session, null, prepared.refusal);
    let record = prepared.value;
    if (!terminal.json && !terminal.quiet) await terminal.print(...fileLines(detailJson(record), terminal));
    if (this.#options.dryRun || !this.#options.yes) {
      const planned = await planWithProgress(ports, record, { terminal, progress: this.#options.progress });
      if (!planned.ok) return refuseImport(session, record.id, planned.refusal);
      record = planned.value;
      if (record.refusal) return refuseImport(session, record.id, record.refusal);
      if (this.#options.dryRun) return reportPlan(session, record, this.#report());
      const answer = await this.#ask(record);
      if (answer !== "yes") return answer;
    }
    const ended = await goOn(ports, record, {
      terminal,
      interrupts: this.#cli.edges.interrupts,
      progress: this.#options.progress,
    });
    return ended.ok ? reportEnd(session, ended.value, this.#report()) : refuseImport(session, record.id, ended.refusal);
  }

  /** The policy is asked first: what it refuses need not be copied. */
  async #prepare(): Promise<Result<ImportRecord>> {
    const { ports, workspace, actor } = this.#session;
    const said = importRequest(this.#options, actor);
    if (!said.ok) return said;
    const policy = importPolicy(workspace, said.value);
    if (!policy.ok) return policy;
    const { dryRun, yes } = this.#options;
    if (yes && !dryRun && policy.value.disclaimer && !said.value.disclaimerAccepted) return disclaimerRefused();
    const source = await receiveFile(ports, this.#file, policy.value.maxBytes);
    return source.ok ? prepareImport(ports, workspace, source.value, { request: said.value }) : source;
  }

  async #ask(record: ImportRecord): Promise<ExitCode | "yes"> {
    const session = this.#session;
    const { terminal, config, ports, actor } = session;
    const detail = detailJson(record);
    const asks = terminal.isInteractive;
    if (!terminal.json) await printTally(session, record, PLAN_HEAD, { asks, file: this.#file });
    if (!asks) return refuseImport(session, record.id, unconfirmed(detail, config));
    const accept = async (): Promise<ExitCode | "yes"> => {
      const accepted = await acceptDisclaimer(ports, record, actor);
      return accepted.ok ? "yes" : refuseImport(session, record.id, accepted.refusal);
    };
    return this.#watch.without(askStart(detail, { terminal, config, accept }));
  }

  #report(): ReportSettings {
    const strict = this.#options.strict ?? false;
    return { seconds: this.#watch.seconds(), linesBefore: 0, strict, file: this.#file };
  }
}
