/**
 * `npm run bench -- --postgres [--rows N] [--imports N] [--import-rows N]`: imports on PostgreSQL beside raw `COPY` and upsert on the
 * same server, and eight imports into eight workspaces by 1, 2 and 4 workers. The server is started from an npm package, with what
 * it writes made safe as in production; `TEST_DATABASE_URL` names another.
 */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import pg from "pg";
import { askForRun } from "../src/app/import/ask-job.ts";
import { prepareImport } from "../src/app/import/preparing/prepare-import.ts";
import { receiveFile } from "../src/app/import/preparing/receive-file.ts";
import { createWorkspace } from "../src/app/workspace/open-workspace.ts";
import { openPorts } from "../src/main/open-ports.ts";
import { startPostgres } from "../test/support/postgres-server.ts";
import { UNSAID } from "../test/support/unsaid.ts";
import { accepted } from "../test/support/workspace.ts";
import { writeContactsFile } from "./contacts-file.ts";
import { runMeasured } from "./measured-run.ts";
import { runPostgresReference } from "./reference-postgres.ts";

const MUSTER = fileURLToPath(new URL("../bin/muster.js", import.meta.url));
const SCRATCH = fileURLToPath(new URL("../.bench", import.meta.url));
const WORKERS = [1, 2, 4];

const { values } = parseArgs({
  options: {
    postgres: { type: "boolean" },
    rows: { type: "string", default: "100000" },
    imports: { type: "string", default: "8" },
    "import-rows": { type: "string", default: "25000" },
  },
});
const rows = Number(values.rows);
const imports = Number(values.imports);
const importRows = Number(values["import-rows"]);

type Line = {
  readonly what: string;
  readonly muster: string;
  readonly reference: string;
  readonly ratio: string;
  readonly target: string;
};

mkdirSync(SCRATCH, { recursive: true });
const folder = mkdtempSync(join(SCRATCH, "postgres-"));
const given = process.env.TEST_DATABASE_URL;
const server = given ? { url: given, stop: async () => {} } : await startPostgres({ safe: true });
let made = 0;
try {
  const lines = [...(await besideTheReference()), ...(await byWorkers())];
  console.log(
    `machine:   ${cpus()[0]?.model ?? "?"}, ${availableParallelism()} cores, Node ${process.versions.node}; PostgreSQL on the same`,
  );
  console.table(lines);
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function besideTheReference(): Promise<readonly Line[]> {
  const file = (name: string): string => join(folder, name);
  await writeContactsFile(file("contacts.csv"), { rows, seed: 1, changeCity: false });
  await writeContactsFile(file("moved.csv"), { rows, seed: 1, changeCity: true });
  const [raw, own] = [await newDatabase(), await newDatabase()];
  let peakMiB = 0;
  const muster = async (name: string, outcome: string): Promise<number> => {
    const args = [MUSTER, "import", file(name), "--yes", "--json", "--data", file("data")];
    const run = await runMeasured({ command: process.execPath, args, env: { DATABASE_URL: own } });
    const answer = JSON.parse(run.stdout);
    if (answer.state !== "done" || answer.outcomes[outcome] !== rows)
      throw new Error(`expected ${rows} ${outcome}: ${run.stdout}`);
    peakMiB = Math.max(peakMiB, answer.peakMiB, run.peakMiB ?? 0);
    return run.seconds;
  };
  const createReference = await runPostgresReference(file("contacts.csv"), raw);
  const create = await muster("contacts.csv", "created");
  const updateReference = await runPostgresReference(file("moved.csv"), raw);
  const update = await muster("moved.csv", "updated");
  const unchanged = await muster("moved.csv", "unchanged");
  const many = rows.toLocaleString("en");
  return [
    ratioLine(`${many} created / COPY and upsert`, create, createReference, 1.5),
    ratioLine(`${many} updated / COPY and upsert`, update, updateReference, 1.5),
    ratioLine(`${many} unchanged / own create`, unchanged, create, 0.6),
    {
      what: "peak memory of the importing process",
      muster: `${peakMiB.toFixed(0)} MiB`,
      reference: "",
      ratio: "",
      target: "<= 350 MiB",
    },
  ];
}

function ratioLine(what: string, mine: number, reference: number, target: number): Line {
  const ratio = (mine / reference).toFixed(2);
  return {
    ...{ what, ratio, target: `<= ${target}` },
    muster: `${mine.toFixed(2)} s`,
    reference: `${reference.toFixed(2)} s`,
  };
}

/** Eight imports that wait in eight workspaces, done by so many workers. */
async function byWorkers(): Promise<readonly Line[]> {
  const lines: Line[] = [];
  let alone = 0;
  for (const count of WORKERS) {
    const seconds = await workedOff(count);
    alone ||= seconds;
    const perSecond = Math.round((imports * importRows) / seconds);
    lines.push({
      what: `${imports} imports of ${importRows.toLocaleString("en")} rows, ${count} workers`,
      muster: `${seconds.toFixed(2)} s, ${perSecond.toLocaleString("en")} rows/s`,
      reference: `${alone.toFixed(2)} s`,
      ratio: (seconds / alone).toFixed(2),
      target: "falls until the cores are busy",
    });
  }
  return lines;
}

async function workedOff(count: number): Promise<number> {
  const env = { DATABASE_URL: await newDatabase() };
  const data = join(folder, `workers-${count}`);
  await askForAll(data, env.DATABASE_URL);
  const begin = performance.now();
  await Promise.all(Array.from({ length: count }, () => ended(data, env)));
  return (performance.now() - begin) / 1000;
}

/** As the API asks for a run. */
async function askForAll(data: string, url: string): Promise<void> {
  process.env.DATABASE_URL = url;
  const ports = await openPorts(data);
  for (let number = 1; number <= imports; number++) {
    const file = join(folder, `people-${number}.csv`);
    await writeContactsFile(file, { rows: importRows, seed: number, changeCity: false });
    const workspace = accepted(
      await createWorkspace(ports, { slug: `w${number}`, name: `W ${number}`, preset: "muster" }),
    );
    const source = accepted(await receiveFile(ports, file, null));
    accepted(
      await askForRun(ports, accepted(await prepareImport(ports, workspace, source, { request: UNSAID })).ref, "bench"),
    );
  }
  await ports.drafts.close();
  await ports.store.close();
}

async function ended(data: string, env: Readonly<Record<string, string>>): Promise<void> {
  const child = spawn(process.execPath, [MUSTER, "worker", "--once", "--quiet", "--data", data], {
    stdio: "inherit",
    env: { ...process.env, ...env },
  });
  const code = await new Promise((resolve) => child.once("close", resolve));
  if (code !== 0) throw new Error(`a worker ended with ${code}`);
}

async function newDatabase(): Promise<string> {
  const name = `bench_${process.pid}_${++made}`;
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  return url.href;
}
