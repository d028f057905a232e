/** Strings of the kind that the "big list of naughty strings" collects, each as a cell among ordinary ones. */
import { type HardCase, hardCase, written } from "./hard-case.ts";

const STRINGS: readonly string[] = [
  ...["undefined", "null", "NULL", "None", "nil", "true", "FALSE", "NaN", "Infinity", "-1", "0x1F", "1E2", "1,000.00"],
  ...["__proto__", "constructor", "hasOwnProperty", "toString", "\\", "\\\\", "\\n", "\\0", "%s%d", "{0}", "${x}", "{{7*7}}"],
  ...[",./;'[]\\-=", '<>?:"{}|_+', "!@#$%^&*()`~", "'", '"', "''", '""', "'\"'", "\"''''\"'\"", "<foo val=“bar” />"],
  ...["Ω≈ç√∫˜µ≤≥÷", "åß∂ƒ©˙∆˚¬…æ", "œ∑´®†¥¨ˆøπ“‘", "¡™£¢∞§¶•ªº–≠", "ЁЂЃЄЅІЇ", "٠١٢٣٤٥٦٧٨٩", "⁰⁴⁵", "田中さん", "社會科學院", "찦차를"],
  ...["😍", "👩🏽‍🚀", "🇺🇸🇷🇺", "👾 🙇 💁", "(╯°□°）╯︵ ┻━┻)", "ヽ༼ຈل͜ຈ༽ﾉ", "Ṱ̺̺̕o͞ ̷i̲̬n̝̗v̞̱o̞k̢e", "ثم نفس سقطت", "\u202etest\u202c", "\u200b", "a\u00a0b"],
  ...["<script>alert(1)</script>", "javascript:alert(1)", "' OR 1=1 --", "1;DROP TABLE users", "=1+1", "=cmd|' /C calc'!A0", "@SUM(1)", "+1", "-2+3"],
  ...["$HOME", "`ls`", "$(touch x)", "../../etc/passwd", "C:\\Users\\ann", "http://a/%%30%30", "a,b,c", "a;b;c", "a\tb", "a|b", "a\nb", "a\r\nb", "a\rb"],
  ...["\u001b[31mred\u001b[0m", "\u0007", "\u007f", "\u0080", "\u2028", "\u2029", "\u0085", "\f", "\v", "sep=;", "#REF!", "# comment", "-- end --", "Total"],
  ...["Scunthorpe General Hospital", "evaluate", "CON", "AUX", "COM1", "1/0", "１２３", "０", "1'000", "01/02/03", "1.2.3.4", "::1", "2024-13-45"],
];

const header = ["Name", "Text", "Email"];
const rows = STRINGS.map((text, at) => [`Person ${at}`, text, `p${at}@example.com`]);

export const NAUGHTY_STRINGS: readonly HardCase[] = [
  ...[",", ";", "\t", "|"].map((delimiter) =>
    hardCase(`all of them, ${JSON.stringify(delimiter)}`, written({ header, rows }, { delimiter }), { header, rows }),
  ),
  hardCase("all of them, all quoted, CRLF", written({ header, rows }, { quoteAll: true, newline: "\r\n" }), { header, rows }),
  ...rows.map((row, at) => {
    const few = { header, rows: [...rows.slice(0, 2), row, ["Bob", "x", "bob@example.com"]] };
    return hardCase(`alone: ${JSON.stringify(STRINGS[at])}`, written(few), few);
  }),
];
