/** What was pasted as a file: cells copied from a spreadsheet are text with tabs between them, others are what people write. */

/** Null where it is neither a file nor rows. */
export function pastedFile(pasted: DataTransfer): File | null {
  const [file] = pasted.files;
  if (file !== undefined) return file;
  const text = pasted.getData("text/plain");
  if (!/[\t\n;,]/.test(text.trim())) return null;
  return text.includes("\t")
    ? new File([text], "pasted.tsv", { type: "text/tab-separated-values" })
    : new File([text], "pasted.txt", { type: "text/plain" });
}
