/**
 * How many random stories of a property are told. Unsaid: a few, the same each time, so that a run of the tests says something of
 * what was changed. Others each time, and more, for a long look: `MUSTER_PROPERTY_RUNS=1000 npx vitest run test/property`.
 */
const SAID = process.env.MUSTER_PROPERTY_RUNS;

export const runs = (few: number): { readonly numRuns: number; readonly seed?: number } =>
  SAID === undefined ? { numRuns: few, seed: 17 } : { numRuns: Number(SAID) };
