/**
 * `npm run bench -- --reading`, or `node bench/reading-report.ts [--failures]`: what readers make of files that break readers, group by group. A case is
 * read right, or the reader says that something is wrong (it turns the file away or names the rows), or it is silently
 * wrong; running out of memory or time counts as that. `--failures` lists the cases that Muster does not read right.
 */
import { spawnSync } from "node:child_process";
import { HARD_CASES } from "./hard-cases/all-hard-cases.ts";
import { muster, READERS } from "./hard-cases/compared-readers.ts";
import { judgeReading, type Verdict } from "./hard-cases/judge-reading.ts";

/** A reader that needs longer or more for all cases together hangs on one of them. */
const MOST_MS = 60_000;
const MOST_MEMORY_MIB = 400;

const cases = [...HARD_CASES].flatMap(([group, list]) => list.map((hardCase) => ({ group, hardCase })));

/** Judged in processes of its own, so that a case on which a reader dies or hangs costs only that case. */
function verdictsOf(reader: string): readonly Verdict[] {
  const verdicts: Verdict[] = [];
  while (verdicts.length < cases.length) {
    const { stdout } = spawnSync(
      process.execPath,
      [`--max-old-space-size=${MOST_MEMORY_MIB}`, import.meta.filename, "--judge", reader, String(verdicts.length)],
      { encoding: "utf8", timeout: MOST_MS, stdio: ["ignore", "pipe", "ignore"] },
    );
    verdicts.push(...(stdout.split("\n").filter((word) => word !== "") as Verdict[]));
    if (verdicts.length < cases.length) verdicts.push("wrong");
  }
  return verdicts;
}

function judge(name: string, from: number): void {
  const reader = READERS.find((one) => one.name === name);
  if (!reader) throw new Error(`no reader ${name}`);
  for (const { hardCase } of cases.slice(from)) process.stdout.write(`${judgeReading(reader, hardCase)}\n`);
}

export function printReport(): void {
  const verdicts = READERS.map(({ name }) => verdictsOf(name));
  console.log("Cases read right (silently wrong):\n");
  console.log(`| group | cases | ${READERS.map(({ name }) => name).join(" | ")} |`);
  console.log(`|---|---|${READERS.map(() => "---|").join("")}`);
  for (const [group, list] of HARD_CASES) {
    const cells = verdicts.map((all) => {
      const ours = all.filter((_, at) => cases[at]?.group === group);
      const count = (verdict: Verdict): number => ours.filter((one) => one === verdict).length;
      return `${count("right")} (${count("wrong")})`;
    });
    console.log(`| ${group} | ${list.length} | ${cells.join(" | ")} |`);
  }
}

function printFailures(): void {
  for (const { group, hardCase } of cases) {
    const verdict = judgeReading(muster, hardCase);
    if (verdict !== "right") console.log(`${verdict.padEnd(5)}  ${group}: ${hardCase.name}`);
  }
}

if (import.meta.main) {
  const [task, reader = "", from = "0"] = process.argv.slice(2);
  if (task === "--judge") judge(reader, Number(from));
  else if (task === "--failures") printFailures();
  else printReport();
}
