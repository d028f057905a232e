/** A bounded run; `npm run torture -- --files 20000` is the long one. */
import { expect, test } from "vitest";
import { spoilFiles } from "./spoilt-files.ts";

test("files that were cut, changed or put together are read or refused, and never crash a reader (C-B8)", async () => {
  const { faults, read } = await spoilFiles(400, 20_261_121);
  expect(faults).toEqual([]);
  expect(read).toBeGreaterThan(200);
});
