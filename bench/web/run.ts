/**
 * `npm run bench -- --web [--rows N] [--json]`: the pages in a real browser over a server of their own: what the first page
 * weighs and when it can be used, the list under a wheel, the search while one types, a plan after a cell was put right.
 * Medians, each beside its target, with the load that the machine had besides.
 */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, cpus, loadavg } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Browser } from "playwright-core";
import { launchChromium } from "../../test/support/chromium.ts";
import { writeContactsFile } from "../contacts-file.ts";
import { runMeasured } from "../measured-run.ts";
import { MUSTER, RunningServer } from "../running-server.ts";
import { untilIndexed } from "../until-indexed.ts";
import { firstPage } from "./first-page.ts";
import { fixCells } from "./fix-cell.ts";
import { scrollList } from "./scroll-list.ts";
import { typeSearch } from "./type-search.ts";
import { signIn, visit } from "./visitor.ts";

type Line = { readonly what: string; readonly measured: string; readonly target: string; readonly met: boolean };

const SCRATCH = fileURLToPath(new URL("../../.bench", import.meta.url));
const VISITS = 5;
const SCROLL_SECONDS = 10;
const WORDS = ["novak", "david", "tanaka", "grace", "dubois"];
const PLAN_ROWS = 1_000;
const LARGE_PLAN_ROWS = 50_000;

const { values } = parseArgs({
  options: {
    web: { type: "boolean" },
    rows: { type: "string", default: "1000000" },
    json: { type: "boolean", default: false },
  },
});
const rows = Number(values.rows);
if (!Number.isInteger(rows) || rows < 1000) {
  console.error("--rows takes a whole number from 1000 on");
  process.exit(2);
}

/** It takes minutes: what it is at. */
const note = (text: string): void => console.error(text);

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

const inMs = (what: string, took: readonly number[], limitMs: number): Line => ({
  what,
  measured: `${median(took).toFixed(0)} ms (worst ${Math.max(...took).toFixed(0)})`,
  ...{ target: `< ${limitMs} ms`, met: median(took) < limitMs },
});

async function measure(browser: Browser, server: RunningServer, folder: string): Promise<readonly Line[]> {
  const place = { url: server.url, folder };
  const session = await signIn(browser, place);
  const opened = async <T>(work: (page: Awaited<ReturnType<typeof visit>>["page"]) => Promise<T>): Promise<T> => {
    const { page, context } = await visit(browser, place, session);
    try {
      return await work(page);
    } finally {
      await context.close();
    }
  };
  note("first page");
  const visits = [];
  for (let at = 0; at < VISITS; at++) visits.push(await opened(firstPage));
  const [{ scriptBytes = Number.NaN, scripts = Number.NaN } = {}] = visits;
  note("list");
  const scrolled = await opened((page) => scrollList(page, SCROLL_SECONDS));
  note("search");
  const searched = await opened((page) => typeSearch(page, WORDS));
  note("plan");
  const fixed = await opened((page) => fixCells(page, server, { rows: PLAN_ROWS, times: VISITS }));
  const fixedLarge = await opened((page) => fixCells(page, server, { rows: LARGE_PLAN_ROWS, times: VISITS }));
  return [
    {
      what: `JavaScript of the first page, gzipped, in ${scripts} files`,
      measured: `${(scriptBytes / 1000).toFixed(1)} KB`,
      ...{ target: "<= 200 KB", met: scriptBytes <= 200_000 },
    },
    inMs(
      "interactive",
      visits.map(({ interactiveMs }) => interactiveMs),
      1000,
    ),
    {
      what: `list scrolled for ${SCROLL_SECONDS} s through ${scrolled.rows.toLocaleString("en")} rows`,
      measured: `${scrolled.blankFrames} of ${scrolled.frames} frames blank; p95 ${scrolled.p95Ms.toFixed(0)} ms a frame, worst ${scrolled.worstMs.toFixed(0)}`,
      ...{ target: "0 blank", met: scrolled.blankFrames === 0 },
    },
    inMs("search answered after the last key", searched, 150),
    inMs(`plan of ${PLAN_ROWS.toLocaleString("en")} lines after a cell was put right`, fixed, 300),
    inMs(`plan of ${LARGE_PLAN_ROWS.toLocaleString("en")} lines after a cell was put right`, fixedLarge, 300),
  ];
}

mkdirSync(SCRATCH, { recursive: true });
const folder = mkdtempSync(join(SCRATCH, "web-"));
const data = join(folder, "data");
try {
  note(`${rows.toLocaleString("en")} contacts`);
  const file = join(folder, "contacts.csv");
  writeContactsFile(file, { rows, seed: 1 });
  const args = [MUSTER, "import", file, "--yes", "--quiet", "--data", data];
  await runMeasured({ command: process.execPath, args });
  const server = await RunningServer.start(data);
  const browser = await launchChromium();
  try {
    note("search index");
    await untilIndexed(data, rows);
    const before = loadavg()[0] ?? 0;
    const lines = await measure(browser, server, data);
    const machine = `${cpus()[0]?.model ?? "?"}, ${availableParallelism()} cores, load ${before.toFixed(1)} before and ${(loadavg()[0] ?? 0).toFixed(1)} after, Node ${process.versions.node}, ${rows.toLocaleString("en")} contacts`;
    if (values.json) console.log(JSON.stringify({ machine, rows, lines }));
    else {
      console.log(`machine: ${machine}`);
      console.table(lines.map(({ met, ...line }) => ({ ...line, verdict: met ? "met" : "MISSED" })));
    }
  } finally {
    await browser.close();
    await server.stop();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
