/** Why a file is turned away whole: it cannot be read on, or the policy does not take such files. */
import type { CatalogueEntry } from "./catalogue-entry.ts";

export const fileRefusals = {
  file_missing: {
    kind: "refusal",
    title: "There is no such file",
    cause: "Nothing is stored under the path that was given, or it was removed or renamed meanwhile.",
    fix: "Check the spelling and the folder, then try again.",
  },
  file_is_directory: {
    kind: "refusal",
    title: "This is a folder, not a file",
    cause: "The path names a folder, and rows can only be read from a file.",
    fix: "Name one file in it.",
  },
  file_unreadable: {
    kind: "refusal",
    title: "The file cannot be read",
    cause: "The operating system refused to open or read the file: a missing permission, a lock or a failing disk.",
    fix: "Check the file's permissions and that no other program holds it, then try again.",
  },
  file_empty: {
    kind: "refusal",
    title: "The file is empty",
    cause: "The file holds no row, not even a header: no bytes at all, or only blank lines.",
    fix: "Export the contacts again and check that the new file is not empty.",
  },
  file_not_text: {
    kind: "refusal",
    title: "This is not a text file",
    cause: "The content is that of another kind of file, whatever its name ends in.",
    fix: "Open it in the program it belongs to and save it as CSV (UTF-8).",
  },
  file_changed: {
    kind: "refusal",
    title: "The file changed while it was read",
    cause: "Another program wrote to the file, so that its rows no longer stand where they stood.",
    fix: "Wait until the other program has finished, or copy the file, and start again.",
  },
  unclosed_quote: {
    kind: "refusal",
    title: "A quote is never closed",
    cause:
      "A cell starts with a quote that does not end in front of a delimiter or a line end, so that the lines below it would all be read as part of that one cell.",
    fix: "Close the quote on the line named, or double quotes that are part of a value, or say that the file has no quotes.",
  },
  row_too_long: {
    kind: "refusal",
    title: "A row is too long",
    cause: "One row is longer than any table of contacts needs: often a file without line ends, or not a table at all.",
    fix: "Check on the line named that the file is a CSV with one contact per line.",
  },
  too_many_columns: {
    kind: "refusal",
    title: "A row has too many columns",
    cause: "One row has more cells than any spreadsheet can hold, often because the delimiter is the wrong one.",
    fix: "Say which delimiter the file uses, or check the line named.",
  },
  encoding_unknown: {
    kind: "refusal",
    title: "No such encoding",
    cause:
      "No encoding that is read has this name: neither one of those that browsers read (WHATWG Encoding Standard) nor UTF-32 or a code page of DOS or old Macs.",
    fix: "Use a name such as utf-8, utf-16le, windows-1252, iso-8859-2, cp850, macroman, shift_jis, gbk or big5.",
  },
  delimiter_invalid: {
    kind: "refusal",
    title: "This cannot be a delimiter",
    cause: "A delimiter is one character that is neither the quote nor a line end.",
    fix: "Give one character, such as , ; | or tab.",
  },
  quote_invalid: {
    kind: "refusal",
    title: "This cannot be a quote",
    cause: "A quote is one character or nothing, and it is escaped by itself or by a backslash.",
    fix: "Give one character, such as \" or ', or an empty text for a file without quotes.",
  },
  file_too_large: {
    kind: "refusal",
    title: "The file is too large",
    cause: "The file has more bytes than the workspace's policy allows.",
    fix: "Split the file and import the parts one after the other, or raise maxBytes in the policy.",
  },
  format_not_accepted: {
    kind: "refusal",
    title: "This kind of file is not accepted",
    cause: "The workspace's policy does not take files of this format.",
    fix: "Save the file in one of the formats named, usually CSV, or change formats in the policy.",
  },
  delimiter_not_accepted: {
    kind: "refusal",
    title: "This delimiter is not accepted",
    cause: "The file's columns are parted by a character that the workspace's policy does not take.",
    fix: "Save the file with one of the delimiters named, or change delimiters in the policy.",
  },
  header_required: {
    kind: "refusal",
    title: "The file needs a header row",
    cause:
      "The workspace's policy takes only files whose first row names the columns, and this file's first row seems to hold a contact.",
    fix: "Add a first row with the names of the columns. If the first row is a header, say so (--header).",
  },
} as const satisfies Record<string, CatalogueEntry>;
