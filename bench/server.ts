/**
 * `npm run bench -- --server [--rows N] [--seconds N] [--upload-mb N] [--json]`: a real server on a folder of its own, asked over
 * HTTP with a key: uploads, an import beside the same one on the command line, lists, searches and filters with and without an
 * import running, reads a second. Each figure with its target; processor time of the server where time alone says little.
 */
import { createReadStream, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { writeContactsFile } from "./contacts-file.ts";
import { latency, throughput } from "./http-load.ts";
import { runMeasured } from "./measured-run.ts";
import { MUSTER, RunningServer } from "./running-server.ts";
import { untilIndexed } from "./until-indexed.ts";

type Line = {
  readonly what: string;
  readonly measured: string;
  /** Of the server's process, for one request. */
  readonly cpuMs: number | undefined;
  readonly target: string;
  readonly met: boolean;
};

const SCRATCH = fileURLToPath(new URL("../.bench", import.meta.url));
const P95_MS = 100;
const PROBES = 60;
const CLIENTS = 8;
const BYTES = "application/octet-stream";

const { values } = parseArgs({
  options: {
    server: { type: "boolean" },
    rows: { type: "string", default: "100000" },
    seconds: { type: "string", default: "5" },
    "upload-mb": { type: "string", default: "100" },
    json: { type: "boolean", default: false },
  },
});
const rows = Number(values.rows);
const seconds = Number(values.seconds);
const uploadMb = Number(values["upload-mb"]);
if (![rows, seconds, uploadMb].every((number) => Number.isInteger(number) && number > 0)) {
  console.error("--rows, --seconds and --upload-mb take a whole number above 0");
  process.exit(2);
}

/** What people ask for, and what no index helps with. */
const READS: readonly (readonly [what: string, path: string])[] = [
  ["list, first page", "/contacts"],
  ["list, 500 at once", "/contacts?limit=500"],
  ["search, a frequent name", "/contacts?search=david"],
  ["search, two words", "/contacts?search=david%20novak"],
  ["search, the middle of a word", "/contacts?search=ovak.7"],
  ["search, digits of a phone number", "/contacts?search=9368787"],
  ["search, one contact", `/contacts?search=EXT-${String(Math.floor(rows * 0.7)).padStart(9, "0")}`],
  ["search, two letters", "/contacts?search=zq"],
  ["search, nothing found", "/contacts?search=qqxxqq"],
  ["filter, a frequent city", "/contacts?filter=city%3DParis"],
  ["filter, an e-mail address", "/contacts?filter=email%3Dnobody%40example.com"],
  ["filter, a tag that nobody has", "/contacts?filter=tags%3Dnobody"],
  ["filter, no index helps", "/contacts?filter=job_title%3Dnobody"],
  ["how many contacts", "/contacts/count"],
  ["accounts", "/accounts"],
  ["imports", "/imports"],
  ["ledger, a page", "/imports/latest/lines"],
  ["ledger, failed lines", "/imports/latest/lines?outcome=failed"],
  ["ledger, a problem that no line has", "/imports/latest/lines?problem=date_unreadable"],
];

/** It takes minutes: what it is at. */
const note = (text: string): void => console.error(text);

async function reads(server: RunningServer, when: string): Promise<readonly Line[]> {
  const lines: Line[] = [];
  for (const [what, path] of READS) {
    note(`${what}${when}`);
    const { p50, p95, cpuMs } = await latency(server, path, PROBES);
    const measured = `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`;
    lines.push({ what: `${what}${when}`, measured, cpuMs, target: `p95 < ${P95_MS} ms`, met: p95 < P95_MS });
  }
  return lines;
}

async function mostReads(server: RunningServer): Promise<readonly Line[]> {
  const lines: Line[] = [];
  for (const [what, paths] of [
    ["reads a second, counts and single pages of one", ["/contacts?limit=1", "/contacts/count"]],
    ["reads a second, pages of 50", ["/contacts"]],
  ] as const) {
    note(what);
    const { perSecond, cpuMs } = await throughput(server, paths, { clients: CLIENTS, seconds });
    lines.push({ what, measured: perSecond.toFixed(0), cpuMs, target: ">= 1,000", met: perSecond >= 1000 });
  }
  return lines;
}

/** Lines of a file that never ends, as a body of this many bytes. */
function* endlessFile(bytes: number): Iterable<Buffer> {
  yield Buffer.from("email,full_name,phone\n");
  const piece = Array.from(
    { length: 1_000 },
    (_, at) => `a.person.${at}@example.com,"Person, ${at}",+1415936${1000 + at}\n`,
  );
  const block = Buffer.from(piece.join(""));
  for (let sent = 0; sent < bytes; sent += block.length) yield block;
}

async function uploads(server: RunningServer): Promise<readonly Line[]> {
  await server.ask("/contacts");
  const before = server.peakMiB;
  const body = Readable.from(endlessFile(uploadMb * 2 ** 20), { objectMode: false });
  const sent = await server.ask("/uploads?name=large.csv", { method: "POST", type: BYTES, body });
  const grown = server.peakMiB - before;
  const { upload } = sent.json as { readonly upload: string };
  const cpuBefore = server.cpuMs;
  const first = await server.ask(`/uploads/${upload}/table`);
  const cpuMs = server.cpuMs - cpuBefore;
  return [
    {
      what: `upload of ${uploadMb} MiB`,
      measured: `${(sent.ms / 1000).toFixed(1)} s, memory ${before.toFixed(0)} + ${grown.toFixed(0)} MiB`,
      ...{ cpuMs: undefined, target: "memory + < 64 MiB", met: grown < 64 },
    },
    {
      what: "its first answer: dialect, mapping, 200 rows",
      measured: `${first.ms.toFixed(0)} ms`,
      ...{ cpuMs, target: "< 1,000 ms of work", met: cpuMs < 1000 },
    },
  ];
}

type Import = { readonly import: string; readonly state: string; readonly lines: number };

async function startImport(server: RunningServer, path: string): Promise<Import> {
  const body = createReadStream(path);
  return (await server.ask("/imports?name=contacts.csv", { method: "POST", type: BYTES, body })).json as Import;
}

const stateOf = async (server: RunningServer, id: string): Promise<Import> =>
  (await server.ask(`/imports/${id}`)).json as Import;

async function ended(server: RunningServer, id: string): Promise<void> {
  for (;;) {
    const { state, lines } = await stateOf(server, id);
    if (state === "done" && lines === rows) return;
    if (["refused", "cancelled", "interrupted", "done"].includes(state))
      throw new Error(`the import is ${state}: ${lines}`);
    await sleep(50);
  }
}

async function importOverHttp(server: RunningServer, path: string, alone: number): Promise<Line> {
  const started = performance.now();
  const { import: id } = await startImport(server, path);
  await ended(server, id);
  const took = (performance.now() - started) / 1000;
  return {
    what: `import of ${rows.toLocaleString("en")} rows over HTTP / on the command line`,
    measured: `${took.toFixed(1)} s / ${alone.toFixed(1)} s = ${(took / alone).toFixed(2)}`,
    ...{ cpuMs: undefined, target: "<= 1.15x", met: took <= alone * 1.15 },
  };
}

async function besideImport(server: RunningServer, path: string): Promise<readonly Line[]> {
  const { import: id } = await startImport(server, path);
  const lines = await reads(server, ", beside an import");
  const { state } = await stateOf(server, id);
  if (state === "done") console.error("The import ended before the reads did: take more --rows.");
  await ended(server, id);
  return lines;
}

function print(lines: readonly Line[]): void {
  console.log(`machine: ${cpus()[0]?.model ?? "?"}, ${availableParallelism()} cores, Node ${process.versions.node}`);
  console.table(
    lines.map(({ what, measured, cpuMs, target, met }) => ({
      what,
      measured,
      "processor ms": cpuMs === undefined ? "" : cpuMs.toFixed(1),
      target,
      verdict: met ? "met" : "MISSED",
    })),
  );
}

mkdirSync(SCRATCH, { recursive: true });
const folder = mkdtempSync(join(SCRATCH, "server-"));
const path = (name: string): string => join(folder, name);
try {
  writeContactsFile(path("contacts.csv"), { rows, seed: 1 });
  writeContactsFile(path("moved.csv"), { rows, seed: 1, changeCity: true });
  const args = [MUSTER, "import", path("contacts.csv"), "--yes", "--quiet", "--data", path("alone")];
  const alone = await runMeasured({ command: process.execPath, args });
  note("server");
  const server = await RunningServer.start(path("data"));
  try {
    const lines = [...(await uploads(server)), await importOverHttp(server, path("contacts.csv"), alone.seconds)];
    note("search index");
    await untilIndexed(path("data"), rows);
    lines.push(
      ...(await mostReads(server)),
      ...(await reads(server, "")),
      ...(await besideImport(server, path("moved.csv"))),
    );
    if (values.json)
      console.log(
        JSON.stringify({ rows, node: process.versions.node, bytes: statSync(path("contacts.csv")).size, lines }),
      );
    else print(lines);
  } finally {
    await server.stop();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
