import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** Where a machine wants the counts (`.ci/run`); people read the default report. */
const report = process.env.MUSTER_TEST_REPORT;

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: "test/support/packaged-command.ts",
    pool: "forks",
    // Most tests wait for processes that they have started, and Vitest itself hardly works while they run.
    maxWorkers: availableParallelism(),
    // Servers, browsers and killed processes are started by these tests, several at once on a shared machine: on the slowest,
    // a test that takes seconds elsewhere takes minutes.
    testTimeout: 240_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 120_000 } },
    reporters: report === undefined ? ["default"] : ["default", ["json", { outputFile: report }]],
  },
});
