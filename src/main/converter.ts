/** Makes rows of files that are no delimited text; what it takes is loaded when the first file comes. */
import type { Converter } from "../app/ports/converter.ts";

/** @param scratch a folder for what does not fit into memory */
export const converter = (scratch: string): Converter => ({
  async open(file, ask) {
    const { threadedConverter } = await import("../source/threaded-converter.ts");
    return threadedConverter(scratch).open(file, ask);
  },
});
