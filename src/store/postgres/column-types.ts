/** What the driver makes of columns: whole numbers are numbers, bytes are bytes, all else is text. */
import type pg from "pg";

export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number) => {
    if (WHOLE_NUMBERS.has(oid)) return Number;
    return oid === BYTEA ? parseBytes : asItIs;
  }) as typeof pg.types.getTypeParser,
};
const BYTEA = 17;
/** int8, int2, int4, float8: none of Muster's numbers is above 2^53. */
const WHOLE_NUMBERS: ReadonlySet<number> = new Set([20, 21, 23, 701]);
const asItIs = (text: string): string => text;
/** A copy of its own: what the driver gives is a piece of a larger buffer. */
const parseBytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text.slice(2), "hex"));
