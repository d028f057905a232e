/** The import measurements: the reference and Muster in turn on the same files, each in a process and folder of its own. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PIPELINES, writeContactsFile } from "./contacts-file.ts";
import { type MeasuredRun, runMeasured } from "./measured-run.ts";
import { runReference } from "./reference-sqlite.ts";

export type Phase =
  | "referenceCreate"
  | "create"
  | "referenceUpdate"
  | "update"
  | "unchanged"
  | "plan"
  | "accounts"
  | "undone"
  | "deals";

export type Measurement = {
  readonly seconds: number;
  /** The higher of what the process and what the operating system says. */
  readonly peakMiB: number;
};

export type ImportMeasurements = { readonly rows: number } & Readonly<Record<Phase, Measurement>>;

/** What this file relies on in the answer of `muster import --json`. */
type ImportAnswer = {
  readonly state: string;
  readonly lines: number;
  readonly outcomes: Readonly<Record<string, number>>;
  readonly peakMiB: number;
};

/** And of `muster undo --json`. */
type UndoAnswer = { readonly state: string; readonly undo: { readonly deleted: number } };

const CONTACTS_PER_ACCOUNT = 5;
const DEALS_PER_CONTACT = 4;
const MUSTER = fileURLToPath(new URL("../bin/muster.js", import.meta.url));
const SCRATCH = fileURLToPath(new URL("../.bench", import.meta.url));

/** One round of every phase over `rows` contacts. */
export async function measureImports(rows: number): Promise<ImportMeasurements> {
  mkdirSync(SCRATCH, { recursive: true });
  const folder = mkdtempSync(join(SCRATCH, "import-"));
  const path = (name: string): string => join(folder, name);
  try {
    await writeContactsFile(path("contacts.csv"), { rows, seed: 1, changeCity: false });
    await writeContactsFile(path("accounts.csv"), { rows, seed: 1, accounts: Math.ceil(rows / CONTACTS_PER_ACCOUNT) });
    await writeContactsFile(path("deals.csv"), { rows, seed: 1, dealsOf: Math.ceil(rows / DEALS_PER_CONTACT) });
    writeFileSync(path("pipelines.csv"), PIPELINES);
    await writeContactsFile(path("moved.csv"), { rows, seed: 1, changeCity: true });
    const muster = async (command: string, file: string, data: string, outcome: string): Promise<Measurement> => {
      const args = [MUSTER, command, path(file), "--json", "--data", path(data), ...(ABOUT.get(file) ?? [])];
      if (command === "import") args.push("--yes");
      const run = await runMeasured({ command: process.execPath, args });
      return checkedMeasurement(run, { rows, outcome, state: command === "plan" ? "planned" : "done" });
    };
    const reference = async (file: string): Promise<Measurement> => {
      const run = await runReference(path(file), path("reference.db"));
      return { seconds: run.seconds, peakMiB: run.peakMiB ?? 0 };
    };
    const stages = [MUSTER, "import", path("pipelines.csv"), "--object", "pipelines", "--yes", "--data", path("sales")];
    await runMeasured({ command: process.execPath, args: stages });
    return {
      rows,
      referenceCreate: await reference("contacts.csv"),
      create: await muster("import", "contacts.csv", "data", "created"),
      referenceUpdate: await reference("moved.csv"),
      update: await muster("import", "moved.csv", "data", "updated"),
      unchanged: await muster("import", "moved.csv", "data", "unchanged"),
      plan: await muster("plan", "contacts.csv", "fresh", "created"),
      accounts: await muster("import", "accounts.csv", "customers", "created"),
      undone: await undone(path("customers"), rows),
      deals: await muster("import", "deals.csv", "sales", "created"),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Takes back the import that wrote last, of which everything goes. */
async function undone(data: string, rows: number): Promise<Measurement> {
  const args = [MUSTER, "undo", "latest", "--yes", "--json", "--data", data];
  const run = await runMeasured({ command: process.execPath, args });
  const { state, undo }: UndoAnswer = JSON.parse(run.stdout);
  if (state !== "undone" || undo.deleted !== rows) throw new Error(`expected ${rows} deleted, got ${run.stdout}`);
  return { seconds: run.seconds, peakMiB: run.peakMiB ?? 0 };
}

/** What is said of a file besides. */
const ABOUT: ReadonlyMap<string, readonly string[]> = new Map([["deals.csv", ["--object", "contacts,opportunities"]]]);

type Expected = { readonly rows: number; readonly outcome: string; readonly state: string };

/** A fast run that did something else than it was asked to is worth nothing: every row must have the one outcome. */
function checkedMeasurement(run: MeasuredRun, { rows, outcome, state }: Expected): Measurement {
  const answer: ImportAnswer = JSON.parse(run.stdout);
  if (answer.state !== state || answer.lines !== rows || answer.outcomes[outcome] !== rows) {
    throw new Error(`expected ${rows} ${outcome} and ${state}, got ${run.stdout}`);
  }
  return { seconds: run.seconds, peakMiB: Math.max(answer.peakMiB, run.peakMiB ?? 0) };
}
