/**
 * A stored file that is no delimited text is converted once: the rows file stands in its place from then on, and the file as
 * it was given stays beside it. Its digest stays that of the file that people have.
 */
import type { Policy } from "../../../core/policy/policy.ts";
import { accept, type Refusal, type Result, refuse, refuseNaming } from "../../../core/problem/refusal.ts";
import type { Dialect } from "../../../core/tabular/dialect.ts";
import { type FileFormat, formatName } from "../../../core/tabular/file-format.ts";
import type { Conversion } from "../../ports/converter.ts";
import type { Ports } from "../../ports.ts";
import { storedTable } from "../../table/stored-table.ts";
import type { ConvertedSource } from "./converted-source.ts";
import { giveUp } from "./receive-file.ts";

type Source = ConvertedSource["source"];

/** Where it is refused, nothing is kept of what was converted; the file as it was given is the caller's. */
export async function convertSource(
  ports: Pick<Ports, "converter" | "files" | "store">,
  source: Source,
  { policy, sheet }: { readonly policy: Pick<Policy, "formats" | "maxBytes">; readonly sheet: string | null },
): Promise<Result<ConvertedSource>> {
  const conversion = await ports.converter.open(storedTable(ports, source), { sheet });
  // Who would have to choose a sheet is told first that no sheet is taken.
  if (!conversion.ok && conversion.refusal.code === "sheet_needed" && !WORKBOOKS.some((one) => takes(policy, one)))
    return refuse(notAccepted(policy, "workbook with several sheets"));
  if (!conversion.ok) return conversion;
  if (conversion.value === null) return accept({ source, converted: null });
  try {
    const { format } = conversion.value;
    // Whether text in an archive is CSV or TSV is only known when its dialect is.
    const wrong = format === "csv" ? null : formatRefusal(policy, format);
    return wrong ? refuse(wrong) : await storeConverted(ports, source, { conversion: conversion.value, policy });
  } finally {
    await conversion.value.close();
  }
}

async function storeConverted(
  ports: Pick<Ports, "files" | "store">,
  source: Source,
  { conversion, policy }: { readonly conversion: Conversion; readonly policy: Pick<Policy, "maxBytes"> },
): Promise<Result<ConvertedSource>> {
  const stored = await ports.files.put(conversion.bytes(), conversion.format === "csv" ? policy.maxBytes : null);
  if (!stored.ok) return stored;
  const { key, bytes } = stored.value;
  const converted = conversion.result();
  if (converted.ok) {
    const original = { key: source.key, bytes: source.bytes };
    return accept({ source: { ...source, key, bytes, original }, converted: converted.value });
  }
  await giveUp(ports, key);
  return converted;
}

const WORKBOOKS: readonly FileFormat[] = ["xlsx", "ods"];

/**
 * What the policy calls formats: CSV with tabs is TSV to it, JSON is JSON however its rows are parted, LDIF an address book, and
 * what was copied by hand a CSV.
 */
type PolicyFormat = Policy["formats"][number];
const CALLED: Partial<Record<FileFormat, PolicyFormat>> = {
  ndjson: "json",
  ldif: "vcard",
  recipients: "csv",
  labelled: "csv",
};

export const dialectRefusal = (policy: Pick<Policy, "formats">, { format, delimiter }: Dialect): Refusal | null =>
  format === "csv" && delimiter === "\t" && policy.formats.includes("tsv") ? null : formatRefusal(policy, format);

const formatRefusal = (policy: Pick<Policy, "formats">, format: FileFormat): Refusal | null =>
  takes(policy, format) ? null : notAccepted(policy, formatName(format));

const takes = ({ formats }: Pick<Policy, "formats">, format: FileFormat): boolean => {
  const called = CALLED[format] ?? format;
  return formats.some((known) => known === called);
};

const notAccepted = ({ formats }: Pick<Policy, "formats">, is: string): Refusal =>
  refuseNaming("format_not_accepted", formats, `The file is: ${is}. This workspace takes only ${formats.join(", ")}.`)
    .refusal;
