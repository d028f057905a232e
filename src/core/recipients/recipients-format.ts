/** Lists of recipients as a format that rows are read from: each of them is one. */
import { heldTextFormat } from "../tabular/formats/held-text-format.ts";
import { recipientsIn } from "./recipient-list.ts";

export const RECIPIENTS_FORMAT = heldTextFormat({
  detected: {
    format: "recipients",
    says: "The file is a list of recipients, as mail programs copy it: each of them is a row.",
  },
  // The first line of a table names its columns.
  mayBegin: (line) => line.includes("@"),
  rowsIn: (text) =>
    recipientsIn(text)?.map(({ name, address, line }) => ({
      line,
      cells: new Map([
        ["Name", name],
        ["Email", address],
      ]),
    })) ?? null,
});
