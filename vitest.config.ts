import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { configDefaults, defineConfig } from "vitest/config";
import { LongestFirst } from "./test/support/longest-first.ts";

// As the command does (bin/muster.js), for the many processes that tests start on the sources: a third of their start.
process.env.NODE_COMPILE_CACHE ??= join(tmpdir(), "node-compile-cache");

/** Where a machine wants the counts (`.ci/run`); people read the default report. */
const report = process.env.MUSTER_TEST_REPORT;

/**
 * Folders whose files leave nothing to the next one: their tests hold what they need themselves. They share processes, which spares
 * each file reading the sources anew.
 */
const SHARED = [
  ...[
    "account",
    "app",
    "authority",
    "config",
    "contact",
    "duplicates",
    "effects",
    "formats",
    "hostile",
    "job",
    "jobs",
    "json",
    "labelled",
  ],
  ...[
    "ldif",
    "mapping",
    "match",
    "member",
    "merge",
    "notify",
    "plan",
    "policy",
    "problem",
    "property",
    "recipients",
    "scenario",
    "search",
  ],
  ...["source", "store", "tabular", "vcard", "workflow"],
].map((folder) => `test/${folder}/**/*.test.ts`);

/** Whole stories, and kills: what the suites of the ports in test/conformance cannot see. */
const ON_POSTGRES = [
  "test/scenario/*.test.ts",
  "test/crash/crash.test.ts",
  "test/crash/jobs.test.ts",
  "test/crash/postgres-faults.test.ts",
  "test/crash/worker.test.ts",
  "test/plan/new-options.test.ts",
  "test/plan/outcomes.test.ts",
  "test/plan/plan-and-run.test.ts",
  "test/plan/further-columns.test.ts",
  "test/plan/undo.test.ts",
  "test/merge/merge-and-undo.test.ts",
  "test/app/bulk-changes.test.ts",
  "test/app/hand.test.ts",
  "test/app/plan-ahead.test.ts",
  "test/workflow/run-workflows.test.ts",
];

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: { name: "embedded", include: ["test/**/*.test.ts"], exclude: [...configDefaults.exclude, ...SHARED] },
      },
      { extends: true, test: { name: "shared", include: SHARED, isolate: false } },
      // The same tests once more, where a data folder's data is in PostgreSQL (test/support/open-test-store.ts).
      {
        extends: true,
        test: { name: "postgres", include: ON_POSTGRES, env: { MUSTER_TEST_STORE: "postgres" }, isolate: false },
      },
    ],
    globalSetup: ["test/support/packaged-command.ts", "test/support/postgres-server.ts"],
    sequence: { sequencer: LongestFirst },
    pool: "forks",
    // Most tests wait for processes that they have started: one more than there are processors keeps all of them at work.
    maxWorkers: availableParallelism() + 1,
    // Servers, browsers and killed processes are started by these tests, several at once on a shared machine: on the slowest,
    // a test that takes seconds elsewhere takes minutes.
    testTimeout: 240_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 120_000 } },
    reporters: report === undefined ? ["default"] : ["default", ["json", { outputFile: report }]],
  },
});
