/** Blocks of labelled lines as a format that rows are read from: a block is one, its labels are the columns. */
import { heldTextFormat } from "../tabular/formats/held-text-format.ts";
import { labelledBlocks } from "./labelled-blocks.ts";

export const LABELLED_FORMAT = heldTextFormat({
  detected: {
    format: "labelled",
    says: "Every line of the file says what it is (Name: …): each block of lines is a row.",
  },
  // Calendars and contact cards have lines like these.
  mayBegin: (line) => /[:：\t]/.test(line) && !/^begin:/i.test(line),
  rowsIn: (text) => labelledBlocks(text)?.map(({ line, values }) => ({ line, cells: values })) ?? null,
});
