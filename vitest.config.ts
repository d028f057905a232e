import { defineConfig } from "vitest/config";

/** Where a machine wants the counts (`.ci/run`); people read the default report. */
const report = process.env.MUSTER_TEST_REPORT;

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: "test/support/packaged-command.ts",
    pool: "forks",
    // Servers, browsers and killed processes are started by these tests, several at once on a shared machine.
    testTimeout: 60_000,
    reporters: report === undefined ? ["default"] : ["default", ["json", { outputFile: report }]],
  },
});
