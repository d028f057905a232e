/** What was pasted as a file: cells copied from a spreadsheet are text with tabs between them. */

const NAME = "pasted.tsv";

/** Null where it is neither a file nor rows. */
export function pastedFile(pasted: DataTransfer): File | null {
  const [file] = pasted.files;
  if (file !== undefined) return file;
  const text = pasted.getData("text/plain");
  return /[\t\n;,]/.test(text.trim()) ? new File([text], NAME, { type: "text/tab-separated-values" }) : null;
}
