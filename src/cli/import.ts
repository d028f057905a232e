/** `muster import FILE`: read, map, plan, confirm, run, show the ledger. */
import type { Command } from "commander";
import type { ImportRecord } from "../app/ports.ts";
import { type ImportRequest, importPolicy, prepareImport } from "../app/prepare-import.ts";
import { receiveFile } from "../app/receive-file.ts";
import { planImport } from "../app/run-import.ts";
import { linesIn } from "../core/plan/outcome.ts";
import { catalogue } from "../core/problem/catalogue.ts";
import type { Refusal, Result } from "../core/problem/refusal.ts";
import { type Cli, complainOf, type ExitCode, refusalJson, type Session } from "./cli.ts";
import { confirmed } from "./confirm.ts";
import { importJson, tallyOf } from "./import-json.ts";
import { type ImportOptions, importRequest, withImportOptions } from "./import-options.ts";
import { evidenceLines, fileLines, ledgerLines, nextLines, problemLines, withData } from "./import-text.ts";
import { INTERRUPTED } from "./interrupts.ts";
import { ProgressLine } from "./progress-line.ts";
import { goOn } from "./resume-abandoned.ts";
import { examples } from "./shared-options.ts";
import { count, duration, number } from "./text.ts";

export function registerImport(program: Command, cli: Cli): void {
  withImportOptions(
    program
      .command("import")
      .summary("read a file, show the plan, ask, import, show the ledger")
      .description(
        "Reads a file of contacts, maps its columns, shows what would become of each line, asks, and imports it.",
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
        "cat contacts.csv | muster import - --yes --tag 'spring fair'",
      ),
    )
    .action((file: string, options: ImportOptions) => importFile(cli, file, options));
}

export function importFile(cli: Cli, file: string, options: ImportOptions): Promise<void> {
  return cli.inWorkspace(options, (session) => new FileImport(cli, session, options).import(file), {
    preset: options.preset ?? null,
  });
}

/** One import from its file to its ledger. */
class FileImport {
  readonly #cli: Cli;
  readonly #session: Session;
  readonly #options: ImportOptions;
  /** Milliseconds of work so far, without the time a person took to answer. */
  #worked = 0;
  #since = performance.now();

  constructor(cli: Cli, session: Session, options: ImportOptions) {
    this.#cli = cli;
    this.#session = session;
    this.#options = options;
  }

  async import(file: string): Promise<ExitCode> {
    const { terminal } = this.#session;
    const prepared = await this.#prepare(file);
    if (!prepared.ok) return this.#refused(null, prepared.refusal);
    let record = prepared.value;
    if (!terminal.json && !terminal.quiet) await terminal.print(...fileLines(record, terminal));
    if (this.#options.dryRun || !this.#options.yes) {
      const planned = await this.#plan(record);
      if (!planned.ok) return this.#refused(record.id, planned.refusal);
      record = planned.value;
      if (record.refusal) return this.#refused(record.id, record.refusal);
      if (this.#options.dryRun) return this.#planned(record);
      const answer = await this.#ask(record);
      if (answer !== "yes") return answer;
    }
    const ended = await goOn(this.#session.ports, record, {
      terminal,
      interrupts: this.#cli.edges.interrupts,
      progress: this.#options.progress,
    });
    if (!ended.ok) return this.#refused(record.id, ended.refusal);
    return this.#ended(ended.value);
  }

  /** The policy is asked first: what it refuses need not be copied. */
  async #prepare(file: string): Promise<Result<ImportRecord>> {
    const { ports, workspace } = this.#session;
    const request: Result<ImportRequest> = importRequest(this.#options, this.#cli.edges.user);
    if (!request.ok) return request;
    const policy = importPolicy(workspace, request.value);
    if (!policy.ok) return policy;
    const source = await receiveFile(ports, file, policy.value.maxBytes);
    return source.ok ? prepareImport(ports, workspace, source.value, request.value) : source;
  }

  async #plan(record: ImportRecord): Promise<Result<ImportRecord>> {
    const line = new ProgressLine(this.#session.terminal, this.#options.progress);
    try {
      return await planImport(this.#session.ports, record.ref, { onProgress: (progress) => line.show(progress) });
    } finally {
      line.clear();
    }
  }

  async #planned(record: ImportRecord): Promise<ExitCode> {
    const { terminal } = this.#session;
    if (terminal.json) await terminal.printJson(importJson(record, this.#seconds()));
    else await this.#showTally(record, "Nothing is written yet. This would become of each line:");
    return this.#strictly(record);
  }

  async #ask(record: ImportRecord): Promise<ExitCode | "yes"> {
    const { terminal, config } = this.#session;
    if (!terminal.json) await this.#showTally(record, "Nothing is written yet. This would become of each line:");
    if (!terminal.isInteractive) {
      return this.#refused(record.id, {
        code: "confirmation_required",
        message: `${catalogue.confirmation_required.title}. The plan is kept as ${record.id}.`,
        fix: `Import it with ${withData(`muster resume ${record.id}`, config.sameData)}, or say yes beforehand with --yes.`,
      });
    }
    const { created, updated } = tallyOf(record).outcomes;
    this.#worked += performance.now() - this.#since;
    const answer = await confirmed(terminal, `Import ${count(created + updated, "contact")}?`);
    this.#since = performance.now();
    if (answer) return "yes";
    terminal.note(`Nothing was written. The plan is kept: ${withData(`muster resume ${record.id}`, config.sameData)}`);
    return 0;
  }

  async #ended(record: ImportRecord): Promise<ExitCode> {
    const { terminal, config } = this.#session;
    if (record.refusal && record.state === "refused") return this.#refused(record.id, record.refusal);
    const seconds = this.#seconds();
    if (terminal.json) await terminal.printJson(importJson(record, seconds));
    else if (record.state !== "interrupted") {
      const lines = linesIn(tallyOf(record).outcomes);
      const rate = seconds > 0 ? `, ${number(Math.round(lines / seconds))} lines a second` : "";
      await this.#showTally(
        record,
        `${record.id} is ${record.state}: ${count(lines, "line")} in ${duration(seconds)}${rate}`,
      );
    }
    if (record.state === "interrupted") {
      terminal.complain(interruptedText(record, config.sameData));
      return INTERRUPTED;
    }
    return this.#strictly(record);
  }

  async #showTally(record: ImportRecord, head: string): Promise<void> {
    const { terminal, config } = this.#session;
    const tally = tallyOf(record);
    if (terminal.quiet) return;
    const evidence = evidenceLines(record);
    await terminal.print(
      ...(evidence.length > 0 ? ["", ...evidence] : []),
      "",
      terminal.style("bold", head),
      ...ledgerLines(record, tally, terminal),
      ...problemLines(tally, terminal),
      ...nextLines(record, tally, { sameData: config.sameData, terminal }),
    );
  }

  async #refused(id: string | null, refusal: Refusal): Promise<ExitCode> {
    const { terminal } = this.#session;
    if (terminal.json) await terminal.printJson({ import: id, state: "refused", problem: refusalJson(refusal) });
    else complainOf(terminal, refusal);
    return 2;
  }

  #strictly(record: ImportRecord): ExitCode {
    return this.#options.strict && tallyOf(record).outcomes.failed > 0 ? 3 : 0;
  }

  #seconds(): number {
    return (this.#worked + performance.now() - this.#since) / 1000;
  }
}

export function interruptedText(record: ImportRecord, sameData: string): string {
  const done = number(linesIn(tallyOf(record).outcomes));
  const of = record.scan === null ? "" : ` of ${number(record.scan.lines)}`;
  return `Interrupted after ${done}${of} lines; nothing is lost. Go on with: ${withData(`muster resume ${record.id}`, sameData)}`;
}
