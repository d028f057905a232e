import { defineConfig } from "vitest/config";

/** Where a machine wants the counts (`.ci/run`); people read the default report. */
const report = process.env.MUSTER_TEST_REPORT;

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    pool: "forks",
    testTimeout: 60_000,
    reporters: report === undefined ? ["default"] : ["default", ["json", { outputFile: report }]],
  },
});
