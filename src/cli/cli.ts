/** What every command works with: it opens the data folder, hands over a session, and turns each ending into an exit code. */

import type { Backups } from "../app/ports/backup.ts";
import type { Converter } from "../app/ports/converter.ts";
import type { Mover } from "../app/ports/mover.ts";
import type { InputFile, Inputs, Job, Ports, Workspace } from "../app/ports.ts";
import { StoreFault } from "../app/store-fault.ts";
import { refusalJson } from "../app/view/refusal-json.ts";
import type { Delivered } from "../app/workflow/deliver-effects.ts";
import { findActor, type WhoActs } from "../app/workspace/find-actor.ts";
import { openWorkspace } from "../app/workspace/open-workspace.ts";
import type { OnWorkspaceFault } from "../app/workspace/workspace-fault.ts";
import type { EffectsConfig } from "../config/effects.ts";
import type { ServerConfig } from "../config/server.ts";
import {
  type Config,
  type Environment,
  readConfig,
  readServerAddress,
  type ServerAddress,
  type SharedOptions,
  wantsColour,
  wantsStack,
} from "../config.ts";
import type { Actor } from "../core/member/actor.ts";
import { type Action, deniedAction } from "../core/member/permissions.ts";
import { catalogue } from "../core/problem/catalogue.ts";
import { type Refusal, type Result, refuseWith } from "../core/problem/refusal.ts";
import type { ExitCode } from "./exit-code.ts";
import { INTERRUPTED, type Interrupts } from "./interrupts.ts";
import type { RemoteServer } from "./remote/remote-server.ts";
import type { RemoteWork } from "./remote/remote-session.ts";
import { resumeAbandoned } from "./resume-abandoned.ts";
import { type Streams, Terminal } from "./terminal.ts";
import { printable } from "./words/text.ts";

export type { ExitCode };

/** The outside world, made by the composition root. */
export type Edges = {
  /** The config file, where it cannot be followed; absent = it can, or there is none. */
  readonly refused?: Refusal;
  readonly env: Environment;
  readonly streams: Streams;
  readonly inputs: Inputs;
  readonly converter: Converter;
  /** Keeps the bytes of a stream for as long as the file is open, and leaves nothing behind. */
  scratch(path: string, bytes: AsyncIterable<Uint8Array>): Promise<InputFile>;
  /** A table, in batches of rows, as the bytes of an Excel workbook with this sheet. */
  workbook(rows: AsyncIterable<readonly (readonly string[])[]>, sheet: string): AsyncIterable<Uint8Array>;
  readonly backups: Backups;
  /** `muster move`. */
  readonly move: Mover;
  /** A link that signs the owner of an address in to the server, once. */
  signInLink(ports: Ports, dataFolder: string, email: string): Promise<Result<string>>;
  /** Makes the data folder where it is missing, or opens an empty one that is gone afterwards. Throws `StoreFault`. */
  openPorts(dataFolder: string, looks?: boolean): Promise<OpenedPorts>;
  /** Does the jobs of imports, runs workflows and sends what is due, until nothing is or the signal says stop. */
  work(
    ports: { readonly imports: Ports; readonly effects: Ports },
    effects: EffectsConfig,
    run: WorkRequest,
  ): Promise<WorkTally>;
  /** Serves the data folder over HTTP until the signal says stop. */
  serve(dataFolder: string, config: ServerConfig, run: ServeRequest): Promise<Result<null>>;
  remoteServer(to: Omit<ServerAddress, "shown">): Promise<RemoteServer>;
  /** Serves an assistant over standard input and output until it hangs up or the signal says stop. */
  assist(dataFolder: string, request: AssistRequest): Promise<void>;
  readonly now: () => number;
  /** The account on this machine. */
  readonly user: string;
  readonly version: string;
  readonly interrupts: Interrupts;
};

/** `isEmpty`: there is no data folder, and what was opened instead will be gone. */
export type OpenedPorts = Ports & { readonly isEmpty?: boolean };

type ServeRequest = {
  readonly signal: AbortSignal;
  /** What whoever started it should know: where it listens, how to sign in. */
  readonly say: (...lines: readonly string[]) => void;
};

type AssistRequest = {
  readonly signal: AbortSignal;
  /** Slug. */
  readonly workspace: string;
  readonly who: WhoActs;
  /** Files may be read in this folder alone; null = anywhere. */
  readonly folder: string | null;
};

type WorkRequest = {
  /** Ends as soon as nothing is due. */
  readonly once: boolean;
  readonly dataFolder: string;
  readonly signal: AbortSignal;
  /** What has been done so far, whenever something was. */
  readonly onRound: (tally: WorkTally) => void;
  readonly onFault: (job: Job, error: unknown) => void;
  readonly onWorkspaceFault: OnWorkspaceFault;
  /** The database cannot be reached, and is waited for. */
  readonly onOutage: (error: unknown) => void;
};

/** Plans, runs and undos of imports that ended, runs of workflows that were moved on, and what became of attempts to send. */
export type WorkTally = Delivered & { readonly moved: number; readonly jobs: number };

export type Session = {
  readonly ports: OpenedPorts;
  readonly workspace: Workspace;
  readonly actor: Actor;
  readonly config: Config;
  readonly terminal: Terminal;
  /** Prints why not, and answers the exit code. */
  readonly refuse: (refusal: Refusal) => Promise<ExitCode>;
};

export type SessionSettings = {
  /** What the command does: whoever acts must have the right to. */
  readonly action: Action;
  /** Preset of the workspace, where the data folder is a fresh one. */
  readonly preset?: string | null;
  /** `false`: what another process has left unfinished is left as it is. */
  readonly resumes?: boolean;
  /** A data folder that is not there is not made: for what looks, and for what changes only what is there. */
  readonly looks?: boolean;
  /** The same on a server; absent = it cannot be done from far. */
  readonly remote?: RemoteWork;
};

/** Faults that came before anything was written: the request was refused. */
const REFUSING_FAULTS: ReadonlySet<string> = new Set([
  "store_newer",
  "store_half_moved",
  "store_read_only",
  "store_busy",
  "store_unreachable",
]);

export class Cli {
  exitCode: ExitCode = 0;
  readonly edges: Edges;

  constructor(edges: Edges) {
    this.edges = edges;
  }

  /** For commands that need no data folder. */
  async run(options: SharedOptions, work: (terminal: Terminal) => Promise<ExitCode>): Promise<void> {
    const terminal = new Terminal(this.edges.streams, {
      json: options.json ?? false,
      quiet: options.quiet ?? false,
      colour: wantsColour(this.edges.env),
    });
    try {
      const { refused } = this.edges;
      this.exitCode = refused ? await refuse(terminal, refused) : await work(terminal);
    } catch (error) {
      this.exitCode = await this.#fault(terminal, error);
    }
  }

  /** For commands that only look, and may do so where there is no data yet. */
  look(
    options: SharedOptions,
    work: (session: Session) => Promise<ExitCode>,
    settings: Partial<Omit<SessionSettings, "looks" | "preset">> = {},
  ): Promise<void> {
    return this.inWorkspace(options, work, { action: "read", ...settings, looks: true });
  }

  /** Opens the data folder and the workspace, and goes on first with what a dead process has left unfinished. */
  inWorkspace(
    options: SharedOptions,
    work: (session: Session) => Promise<ExitCode>,
    settings: SessionSettings,
  ): Promise<void> {
    if (options.server !== undefined) return this.onServer(options, settings.remote);
    return this.run(options, async (terminal) => {
      const config = readConfig(this.edges.env, options);
      if (!config.ok) return refuse(terminal, config.refusal);
      const ports = await this.edges.openPorts(config.value.dataFolder, settings.looks);
      try {
        const workspace = await openWorkspace(ports, config.value.workspace, settings.preset ?? null);
        if (!workspace.ok) return await refuse(terminal, workspace.refusal);
        const who = { member: config.value.member, operator: this.edges.user };
        const actor = await findActor(ports, workspace.value, who);
        if (!actor.ok) return await refuse(terminal, actor.refusal, config.value);
        const denied = deniedAction(actor.value, settings.action, workspace.value.policy);
        if (denied) return await refuse(terminal, denied, config.value);
        if (settings.resumes !== false) {
          const resumed = await resumeAbandoned(ports, terminal, this.edges.interrupts);
          if (resumed === "interrupted") return INTERRUPTED;
        }
        return await work({
          ports,
          workspace: workspace.value,
          actor: actor.value,
          config: config.value,
          terminal,
          refuse: (refusal) => refuse(terminal, refusal, config.value),
        });
      } finally {
        await ports.drafts.close();
        await ports.store.close();
      }
    });
  }

  /** @param work absent = it cannot be done from far */
  onServer(options: SharedOptions, work: RemoteWork | undefined): Promise<void> {
    return this.run(options, async (terminal) => {
      if (work === undefined)
        return refuse(terminal, refuseWith("not_from_far", "This command works on a data folder alone.").refusal);
      const address = readServerAddress(this.edges.env, options);
      if (!address.ok) return refuse(terminal, address.refusal);
      const { shown: config, ...to } = address.value;
      const server = await this.edges.remoteServer(to);
      return work({ server, config, terminal, refuse: (refusal) => refuseFromFar(terminal, refusal) });
    });
  }

  async #fault(terminal: Terminal, error: unknown): Promise<ExitCode> {
    if (error instanceof StoreFault) {
      const { code, message } = error;
      if (wantsStack(this.edges.env)) terminal.complain(String(error.stack));
      await refuse(terminal, { code, message, fix: catalogue[code].fix });
      return REFUSING_FAULTS.has(code) ? 2 : 1;
    }
    const message = error instanceof Error ? error.message : String(error);
    terminal.complain(`muster: something went wrong inside: ${printable(message)}`);
    if (wantsStack(this.edges.env)) terminal.complain(error instanceof Error ? String(error.stack) : message);
    else terminal.complain("  This is a fault of Muster's. MUSTER_DEBUG=1 before the command shows where it happened.");
    return 1;
  }
}

/** On stdout as `{"problem": …}` where a machine reads, else on stderr with what to do next. */
export async function refuse(terminal: Terminal, refusal: Refusal, config?: Config): Promise<ExitCode> {
  if (terminal.json) await terminal.printJson({ problem: refusalJson(refusal) });
  else complainOf(terminal, refusal, config);
  return 2;
}

/** What went wrong inside the server is a fault of ours from here too. */
async function refuseFromFar(terminal: Terminal, refusal: Refusal): Promise<ExitCode> {
  await refuse(terminal, refusal);
  return SERVER_FAULTS.has(refusal.code) ? 1 : 2;
}

const SERVER_FAULTS: ReadonlySet<string> = new Set([
  "server_fault",
  "server_differs",
  "store_damaged",
  "disk_full",
  "storage_unreachable",
  "storage_refused",
]);

export function complainOf(terminal: Terminal, { message, fix, line }: Refusal, config?: Config): void {
  const where = line === undefined || message.toLowerCase().includes(`line ${line}`) ? "" : `line ${line}: `;
  terminal.complain(`muster: ${where}${printable(message)}\n  ${printable(fix)}`);
  // Without them the command would change another workspace. Who acts is left out: it is often somebody else who may.
  const same = config?.sameFolder.trim() ?? "";
  if (same !== "" && NAMES_A_COMMAND.test(fix) && !fix.includes(same))
    terminal.complain(`  Write ${same} behind the muster command.`);
}

const NAMES_A_COMMAND = /\bmuster [a-z]/;
