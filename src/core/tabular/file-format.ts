/** The kinds of file that rows are read from, as the dialect, the policy and people call them. */

export type FileFormat = "csv" | "xlsx" | "ods" | "vcard" | "ldif" | "json" | "ndjson" | "recipients" | "labelled";

const NAMES: Readonly<Record<FileFormat, string>> = {
  csv: "CSV",
  xlsx: "Excel workbook (.xlsx)",
  ods: "OpenDocument spreadsheet (.ods)",
  vcard: "vCard",
  ldif: "LDIF",
  json: "JSON",
  ndjson: "JSON, one object a line",
  recipients: "List of recipients",
  labelled: "Labelled lines",
};

export const formatName = (format: FileFormat): string => NAMES[format];
