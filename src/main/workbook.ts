/** Writes workbooks; what it takes is loaded when the first is written. */
import type { Edges } from "../cli/cli.ts";

export const workbook: Edges["workbook"] = async function* (rows, sheet) {
  yield* (await import("../source/workbook/write-xlsx.ts")).writeXlsx(rows, sheet);
};
