/**
 * `npm run bench -- [--rows N] [--rounds N] [--growth] [--json] [--reading]`: Muster beside its references, as ratios, each
 * with its target. `--growth` repeats it with ten times the rows, `--reading` scores readers on files that break them
 * instead, `--server` asks a server over HTTP instead (server.ts), `--web` its pages in a browser (web/run.ts), `--postgres` imports on PostgreSQL (postgres.ts). Times are medians of the rounds and include process start.
 */
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type ImportMeasurements, type Measurement, measureImports, type Phase } from "./import.ts";
import { printReport } from "./reading-report.ts";
import { REFERENCE_NAME } from "./reference-sqlite.ts";

type Line = {
  readonly what: string;
  readonly muster: number;
  readonly reference: number | undefined;
  readonly unit: "s" | "MiB" | "x";
  /** What is held against the target: the ratio where there is a reference, else the figure itself. */
  readonly figure: number;
  readonly target: number;
  readonly met: boolean;
};

const PHASES: readonly Phase[] = [
  "referenceCreate",
  "create",
  "referenceUpdate",
  "update",
  "unchanged",
  "plan",
  "accounts",
  "undone",
  "deals",
];
const MAX_PEAK_MIB = 350;
const MAX_PEAK_GROWTH = 1.15;
const MAX_TIME_GROWTH = 11;

const { values } = parseArgs({
  options: {
    rows: { type: "string", default: "100000" },
    rounds: { type: "string" },
    growth: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    reading: { type: "boolean", default: false },
    server: { type: "boolean", default: false },
    web: { type: "boolean", default: false },
    postgres: { type: "boolean", default: false },
  },
  // Those of the server's and the pages' are read by them.
  strict: !process.argv.some((argument) => ["--server", "--web", "--postgres"].includes(argument)),
});

function ratio(what: string, mine: Measurement, reference: Measurement, target: number): Line {
  const figure = mine.seconds / reference.seconds;
  return {
    what,
    muster: mine.seconds,
    reference: reference.seconds,
    unit: "s",
    figure,
    target,
    met: figure <= target,
  };
}

function absolute(what: string, figure: number, unit: "MiB" | "x", target: number): Line {
  return { what, muster: figure, reference: undefined, unit, figure, target, met: figure <= target };
}

function peakOf(run: ImportMeasurements): number {
  return Math.max(
    run.create.peakMiB,
    run.update.peakMiB,
    run.unchanged.peakMiB,
    run.plan.peakMiB,
    run.accounts.peakMiB,
    run.undone.peakMiB,
    run.deals.peakMiB,
  );
}

function linesFor(run: ImportMeasurements): readonly Line[] {
  const rows = run.rows.toLocaleString("en");
  return [
    ratio(`${rows} created / reference`, run.create, run.referenceCreate, 1.5),
    ratio(`${rows} updated / reference`, run.update, run.referenceUpdate, 2),
    ratio(`${rows} unchanged / own create`, run.unchanged, run.create, 0.6),
    ratio(`${rows} planned / own create`, run.plan, run.create, 0.6),
    ratio(`${rows} with an account for five, ids and main contacts / own create`, run.accounts, run.create, 1.4),
    ratio(`${rows} of these undone, accounts too / own create`, run.undone, run.create, 1),
    ratio(`${rows} opportunities, four of each contact / own create`, run.deals, run.create, 2),
    absolute(`${rows} peak memory`, peakOf(run), "MiB", MAX_PEAK_MIB),
  ];
}

function growthLines(small: ImportMeasurements, large: ImportMeasurements): readonly Line[] {
  return [
    absolute("growth of time, ten times the rows", large.create.seconds / small.create.seconds, "x", MAX_TIME_GROWTH),
    absolute("growth of memory, ten times the rows", peakOf(large) / peakOf(small), "x", MAX_PEAK_GROWTH),
  ];
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

async function medianOfRounds(rows: number, rounds: number): Promise<ImportMeasurements> {
  const runs: ImportMeasurements[] = [];
  for (let round = 0; round < rounds; round++) runs.push(await measureImports(rows));
  const phases = PHASES.map((phase): [Phase, Measurement] => [
    phase,
    {
      seconds: median(runs.map((run) => run[phase].seconds)),
      peakMiB: Math.max(...runs.map((run) => run[phase].peakMiB)),
    },
  ]);
  return { rows, ...(Object.fromEntries(phases) as Record<Phase, Measurement>) };
}

function printTable(lines: readonly Line[]): void {
  const show = (value: number | undefined, unit: string): string =>
    value === undefined ? "" : `${value.toFixed(2)} ${unit}`;
  console.log(`reference: ${REFERENCE_NAME}`);
  console.log(`machine:   ${cpus()[0]?.model ?? "?"}, ${availableParallelism()} cores, Node ${process.versions.node}`);
  console.table(
    lines.map((line) => ({
      what: line.what,
      Muster: show(line.muster, line.unit),
      reference: show(line.reference, line.unit),
      ratio: line.reference === undefined ? "" : line.figure.toFixed(2),
      target: `<= ${line.target}`,
      verdict: line.met ? "met" : "MISSED",
    })),
  );
}

if (values.reading) {
  printReport();
  process.exit(0);
}
for (const [isWanted, program] of [
  [values.server, new URL("server.ts", import.meta.url)],
  [values.web, new URL("web/run.ts", import.meta.url)],
  [values.postgres, new URL("postgres.ts", import.meta.url)],
] as const) {
  if (!isWanted) continue;
  const args = [fileURLToPath(program), ...process.argv.slice(2)];
  process.exit(spawnSync(process.execPath, args, { stdio: "inherit" }).status ?? 1);
}
const rows = Number(values.rows);
const rounds = Number(values.rounds ?? (rows <= 100_000 ? 3 : 1));
if (!Number.isInteger(rows) || rows < 1 || !Number.isInteger(rounds) || rounds < 1) {
  console.error("--rows and --rounds take a whole number above 0");
  process.exit(2);
}

const small = await medianOfRounds(rows, rounds);
const large = values.growth ? await medianOfRounds(rows * 10, 1) : undefined;
const lines = [...linesFor(small), ...(large === undefined ? [] : [...linesFor(large), ...growthLines(small, large)])];

if (values.json) {
  const runs = large === undefined ? [small] : [small, large];
  console.log(JSON.stringify({ reference: REFERENCE_NAME, node: process.versions.node, rounds, lines, runs }));
} else {
  printTable(lines);
  // Reading alone has references of its own and prints its own table.
  spawnSync(process.execPath, [fileURLToPath(new URL("reading.ts", import.meta.url))], { stdio: "inherit" });
}
rmSync(new URL("../.bench", import.meta.url), { recursive: true, force: true });
