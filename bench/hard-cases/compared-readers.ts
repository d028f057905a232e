/** The readers that the hard cases are given to, each with what it finds out by itself and no option beside. */
import { parse } from "csv-parse/sync";
import Papa from "papaparse";
import { inferSchema, initParser } from "udsv";
import { CsvReader } from "../../src/core/tabular/rows/csv-reader.ts";
import { rowFinding } from "../../src/core/tabular/rows/row-finding.ts";
import { sniffDialect } from "../../src/core/tabular/sniffing/sniff.ts";

export type ReadTable = {
  /** The header, if the reader tells it from rows, and all rows with it in front. */
  readonly lines: readonly (readonly string[])[];
  /** True, false, or null where the reader leaves it to its user. */
  readonly header: boolean | null;
  /** Places in `lines` that the reader says are wrong. */
  readonly named: ReadonlySet<number>;
};

/** Null: the file was turned away. */
export type ComparedReader = { readonly name: string; readonly read: (bytes: Uint8Array) => ReadTable | null };

const utf8 = new TextDecoder("utf-8");
const nothing: ReadonlySet<number> = new Set();

export const muster: ComparedReader = {
  name: "Muster",
  read(bytes) {
    const dialect = sniffDialect(bytes, true);
    if (!dialect.ok) return null;
    const reader = new CsvReader(dialect.value);
    const rows = [...reader.push(bytes), ...reader.end()];
    if (reader.refusal !== null) return null;
    const names = {
      headers: dialect.value.header ? (rows[0]?.cells ?? null) : null,
      columns: rows[0]?.cells.length ?? 0,
    };
    const named = new Set(rows.flatMap((row, at) => (at > 0 && rowFinding(row, names) !== null ? [at] : [])));
    return { lines: rows.map(({ cells }) => cells), header: dialect.value.header, named };
  },
};

const csvParse: ComparedReader = {
  name: "csv-parse",
  read: (bytes) => ({ lines: parse(bytes) as string[][], header: null, named: nothing }),
};

const uDSV: ComparedReader = {
  name: "uDSV",
  read(bytes) {
    const text = utf8.decode(bytes);
    const schema = inferSchema(text);
    const rows = initParser(schema).stringArrs(text);
    return { lines: [schema.cols.map(({ name }) => name), ...rows], header: true, named: nothing };
  },
};

const papaParse: ComparedReader = {
  name: "Papa Parse",
  read(bytes) {
    const { data, errors } = Papa.parse<string[]>(utf8.decode(bytes));
    return { lines: data, header: null, named: new Set(errors.flatMap(({ row }) => row ?? [])) };
  },
};

export const READERS: readonly ComparedReader[] = [muster, csvParse, papaParse, uDSV];
