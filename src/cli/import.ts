/** `muster import FILE`: read, map, plan, confirm, run, show the ledger. */

import type { Command } from "commander";
import { acceptDisclaimer, awaitsDisclaimer } from "../app/import/accept-disclaimer.ts";
import { importPolicy } from "../app/import/import-policy.ts";
import { prepareImport } from "../app/import/prepare-import.ts";
import { receiveFile } from "../app/import/receive-file.ts";
import { planImport } from "../app/import/run-import.ts";
import type { ImportRecord } from "../app/ports.ts";
import { tallyOf } from "../app/view/import-json.ts";
import { disclaimerRefused } from "../core/policy/disclaimer.ts";
import { DISCLAIMER } from "../core/policy/disclaimer-text.ts";
import { catalogue } from "../core/problem/catalogue.ts";
import type { Result } from "../core/problem/refusal.ts";
import type { Cli, ExitCode, Session } from "./cli.ts";
import { confirmed } from "./confirm.ts";
import { goOn } from "./go-on.ts";
import { type ImportOptions, importRequest, withImportOptions } from "./import-options.ts";
import { PLAN_HEAD, printTally, type ReportSettings, refuseImport, reportEnd, reportPlan } from "./import-report.ts";
import { fileLines, withData } from "./import-text.ts";
import { ProgressLine } from "./progress-line.ts";
import { remoteImport } from "./remote/import.ts";
import { examples } from "./shared-options.ts";
import { startQuestion } from "./start-question.ts";
import { Stopwatch } from "./stopwatch.ts";

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
    if (!terminal.json && !terminal.quiet) await terminal.print(...fileLines(record, terminal));
    if (this.#options.dryRun || !this.#options.yes) {
      const planned = await this.#plan(record);
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

  async #plan(record: ImportRecord): Promise<Result<ImportRecord>> {
    const line = new ProgressLine(this.#session.terminal, this.#options.progress);
    try {
      return await planImport(this.#session.ports, record.ref, { onProgress: (progress) => line.show(progress) });
    } finally {
      line.clear();
    }
  }

  async #ask(record: ImportRecord): Promise<ExitCode | "yes"> {
    const session = this.#session;
    const { terminal, config } = session;
    const accepting = awaitsDisclaimer(record.settings) ? " --accept-disclaimer" : "";
    const resume = withData(`muster resume ${record.id}${accepting}`, config);
    if (!terminal.json)
      await printTally(session, record, PLAN_HEAD, { asks: terminal.isInteractive, file: this.#file });
    if (!terminal.isInteractive) {
      return refuseImport(session, record.id, {
        code: "confirmation_required",
        message: `${catalogue.confirmation_required.title}. The plan is kept as ${record.id}.`,
        fix: `Import it with ${resume}, or say yes beforehand with --yes.`,
      });
    }
    const { object = "contact", second } = record.settings;
    const question = startQuestion(tallyOf(record), second === undefined ? object : "line");
    const answer = await this.#watch.without(confirmed(terminal, question));
    if (answer && (accepting === "" || (await this.#acceptDisclaimer(record)))) return "yes";
    terminal.note(`Nothing was written. The plan is kept: ${resume}`);
    return 0;
  }

  async #acceptDisclaimer({ ref }: ImportRecord): Promise<boolean> {
    const { terminal, ports, actor } = this.#session;
    terminal.note(`“${DISCLAIMER}”`);
    if (!(await this.#watch.without(confirmed(terminal, "Do you accept this disclaimer?")))) return false;
    const accepted = await acceptDisclaimer(ports, { ref }, actor);
    return accepted.ok;
  }

  #report(): ReportSettings {
    const strict = this.#options.strict ?? false;
    return { seconds: this.#watch.seconds(), linesBefore: 0, strict, file: this.#file };
  }
}
