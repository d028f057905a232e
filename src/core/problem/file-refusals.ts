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
    fix: "Open it in the program it belongs to and save it as CSV (UTF-8), or a spreadsheet as an Excel workbook (.xlsx).",
  },
  file_damaged: {
    kind: "refusal",
    title: "The file is damaged",
    cause: "The file is an archive or a workbook that was cut short, or one of its parts is missing or cannot be read.",
    fix: "Download or copy the file again. If a program still opens it, save it there anew, or as CSV (UTF-8).",
  },
  file_encrypted: {
    kind: "refusal",
    title: "The file is protected by a password",
    cause: "The file can only be read with its password, and Muster asks for none.",
    fix: "Open it in the program it belongs to, save it without a password or as CSV (UTF-8), and give that file.",
  },
  file_suspicious: {
    kind: "refusal",
    title: "The file is built in a way that no table is",
    cause:
      "The file unpacks to far more than its size can mean, declares XML entities, or names files outside of itself: this is how files are made that are to bring a program down.",
    fix: "Do not trust the file. If you know where it comes from, save it there as CSV (UTF-8).",
  },
  archive_contents: {
    kind: "refusal",
    title: "The archive does not hold exactly one file",
    cause:
      "An archive is read as the one file that is in it, or as contact cards of a file each, and this one holds none, several others, or another archive.",
    fix: "Unpack it and give the one file that holds the contacts.",
  },
  sheet_needed: {
    kind: "refusal",
    title: "The workbook has several sheets",
    cause: "More than one visible sheet holds values, and only one sheet is read as the table of contacts.",
    fix: "Say which sheet to read: --sheet NAME.",
  },
  sheet_unknown: {
    kind: "refusal",
    title: "There is no such sheet",
    cause: "No sheet of the workbook has the name that was given, or the file is no workbook.",
    fix: "Use a name that the message gives; leave --sheet out where the file has one sheet, or is no workbook.",
  },
  file_changed: {
    kind: "refusal",
    title: "The file changed while it was read",
    cause: "Another program wrote to the file, so that its rows no longer stand where they stood.",
    fix: "Wait until the other program has finished, or copy the file, and start again.",
  },
  stored_file_gone: {
    kind: "refusal",
    title: "The stored file is gone",
    cause:
      "The same file was given twice at the same moment. The other import was turned away, and the stored file with it.",
    fix: "Give the file once more.",
  },
  unclosed_quote: {
    kind: "refusal",
    title: "A quote is never closed",
    cause:
      "A cell starts with a quote that does not end in front of a delimiter or a line end, so that the lines below it would all be read as part of that one cell.",
    fix: "Close the quote on the line named, or double quotes that are part of a value, or say that the file has no quotes (--quote none).",
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
  card_unclosed: {
    kind: "refusal",
    title: "A contact card is cut off",
    cause: "The file ends in the middle of a card, so that a part of its contact, or more contacts, are missing.",
    fix: "Export or copy the file again. If nothing is missing, add a line END:VCARD behind the card named.",
  },
  card_text_outside: {
    kind: "refusal",
    title: "There is text outside of the contact cards",
    cause:
      "A line stands before, between or behind the cards of the file, where nothing belongs: the first line of a card may be missing.",
    fix: "Put BEGIN:VCARD in front of the line if a card begins there, or remove the line.",
  },
  json_invalid: {
    kind: "refusal",
    title: "The file is not valid JSON",
    cause:
      "On the line named something stands that JSON (RFC 8259) does not allow there, such as a comma too many, a text without quotes, or the end of the file.",
    fix: "Correct the line, or export the file again: a file that breaks off was not written to its end.",
  },
  json_not_objects: {
    kind: "refusal",
    title: "The JSON file holds something other than contacts",
    cause: "Contacts are read from objects: in a list, in one list inside of an object, or one object a line.",
    fix: 'Make the file a list of objects, one for each contact, such as [{"email": "ann@example.com"}].',
  },
  json_name_repeated: {
    kind: "refusal",
    title: "An object has the same name twice",
    cause:
      "Two values of one object stand under the same name and differ, so that it is not known which of them is meant.",
    fix: "Rename or remove one of the two on the line named.",
  },
  several_tables: {
    kind: "refusal",
    title: "The file holds several tables",
    cause:
      "Below a table another one begins, with a header of its own, so that its rows would be read under the wrong names.",
    fix: "Save each table as a file of its own and import them one after the other.",
  },
  table_not_delimited: {
    kind: "refusal",
    title: "No delimiter parts the columns",
    cause:
      "The table is drawn with lines, lined up with spaces, or each of its lines is one quoted text: it was made to be looked at, and where a value ends is not certain.",
    fix: "Export the contacts again as CSV. If the file does have a delimiter, say which (--delimiter).",
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
    cause:
      "A delimiter is one character that is neither the quote nor a line end, or several of which not all are letters and digits.",
    fix: "Give the characters themselves, such as , ; || or tab, or one of the names comma, semicolon, tab, pipe, colon and space.",
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
    cause: "The file's columns are parted by what the workspace's policy does not take.",
    fix: "Save the file with one of the delimiters named, name its own (--delimiter), or change delimiters in the policy.",
  },
  header_required: {
    kind: "refusal",
    title: "The file needs a header row",
    cause:
      "The workspace's policy takes only files whose first row names the columns, and this file's first row seems to hold a contact.",
    fix: "Add a first row with the names of the columns. If the first row is a header, say so (--header).",
  },
  error_columns_moved: {
    kind: "refusal",
    title: "The columns behind the lines with errors were moved",
    cause:
      "The file holds lines with errors of an import, but Line, Error, Fix and Import are not its last columns, in this order, so that the lines would not be put right: what they say of the errors would become part of the contacts.",
    fix: "Put Line, Error, Fix and Import behind all other columns, in this order, or leave them out (--map 'Line=' --map 'Error=' --map 'Fix=' --map 'Import=') to import the file as one of its own.",
  },
  object_unsaid: {
    kind: "refusal",
    title: "The lines do not look like contacts",
    cause:
      "Nobody has said what the lines of the file are, and its header speaks of another object: Muster's own ids of accounts, opportunities or pipelines, or columns of pipelines and their stages.",
    fix: "Say what the lines are with --object; --object contacts imports them as contacts all the same.",
  },
} as const satisfies Record<string, CatalogueEntry>;
