/**
 * Decimal numbers as text, digit by digit: no float is ever made, so no digit is lost and none appears. Canonical form:
 * `-` or nothing, digits without leading zeros, `.` and digits without trailing zeros where there are any.
 */

export type DecimalMark = "." | "," | "unknown";

const ZERO = 0x30;
const NINE = 0x39;
const MINUS = 0x2d;
/** Longer numbers are no number that a person typed. */
const MAX_DIGITS = 1000;
const GROUP_SPACES = /[\u00a0\u2007\u2009\u202f]/g;
const APOSTROPHES = /[\u2019\u02bc`]/g;
const MINUS_SIGNS = /^[\u2212\u2012\u2013\uff0d]/;
const NUMBER_SHAPE = /^[\d.,' ]+$/;
const EXPONENT = /^([^eE]+)[eE]([+-]?\d{1,2})$/;
/** How a spreadsheet shows a number that is too wide for its column, digits missing; programs write `1e+16` or `1.5E3`. */
const SPREADSHEET_EXPONENT = /\dE\+\d\d$/;
const WESTERN_GROUPS = /^[1-9]\d{0,2}(?:,\d{3})+$/;
const INDIAN_GROUPS = /^[1-9]\d?(?:,\d{2})+,\d{3}$/;

/** A plain whole number in canonical form already. */
function isCanonicalInteger(raw: string): boolean {
  const start = raw.charCodeAt(0) === MINUS ? 1 : 0;
  const length = raw.length;
  if (length === start || length > MAX_DIGITS) return false;
  for (let i = start; i < length; i++) {
    const code = raw.charCodeAt(i);
    if (code < ZERO || code > NINE) return false;
  }
  return raw.charCodeAt(start) !== ZERO || raw === "0";
}

/** Digits left and right of the point, in canonical form. */
function render(negative: boolean, whole: string, fraction: string): string {
  let start = 0;
  while (start < whole.length - 1 && whole.charCodeAt(start) === ZERO) start++;
  let end = fraction.length;
  while (end > 0 && fraction.charCodeAt(end - 1) === ZERO) end--;
  const left = whole.slice(start) || "0";
  const text = end === 0 ? left : `${left}.${fraction.slice(0, end)}`;
  return negative && text !== "0" ? `-${text}` : text;
}

/** The digits of a whole part whose groups are right (1,234,567 or the Indian 12,34,567), or null. */
function ungroup(whole: string): string | null {
  const marks = new Set(whole.replace(/\d/g, ""));
  if (marks.size === 0) return whole;
  if (marks.size > 1) return null;
  const [mark = ","] = marks;
  const commas = whole.replaceAll(mark, ",");
  const grouped = WESTERN_GROUPS.test(commas) || (mark === "," && INDIAN_GROUPS.test(commas));
  return grouped ? commas.replaceAll(",", "") : null;
}

/** The mark that the text itself shows: the last of two different ones, or one that cannot part groups. */
function markOf(text: string): "." | "," {
  const dot = text.lastIndexOf(".");
  const comma = text.lastIndexOf(",");
  if (dot >= 0 && comma >= 0) return dot > comma ? "." : ",";
  if (comma >= 0) return text.indexOf(",") === comma && !WESTERN_GROUPS.test(text) ? "," : ".";
  return text.indexOf(".") === dot ? "." : ",";
}

function readUnsigned(text: string, mark: DecimalMark, negative: boolean): string | null {
  if (text.length > MAX_DIGITS || !NUMBER_SHAPE.test(text)) return null;
  const point = mark === "unknown" ? markOf(text) : mark;
  const at = text.lastIndexOf(point);
  const whole = at < 0 ? text : text.slice(0, at);
  const fraction = at < 0 ? "" : text.slice(at + 1);
  if (whole.includes(point) || /\D/.test(fraction) || (whole === "" && fraction === "")) return null;
  if (fraction === "" && at >= 0 && point === ",") return null;
  const digits = ungroup(whole);
  return digits === null ? null : render(negative, digits, fraction);
}

/** `1.5e3` written out: the exponent moves the point, over made-up zeros where the digits end. */
function expand(mantissa: string, exponent: number): string {
  const negative = mantissa.startsWith("-");
  const [whole = "", fraction = ""] = (negative ? mantissa.slice(1) : mantissa).split(".");
  if (exponent >= 0) {
    return render(negative, whole + fraction.slice(0, exponent).padEnd(exponent, "0"), fraction.slice(exponent));
  }
  const padded = "0".repeat(-exponent) + whole;
  const cut = padded.length + exponent;
  return render(negative, padded.slice(0, cut), padded.slice(cut) + fraction);
}

/** Digits behind the last mark of a mantissa, its last zeros included: a spreadsheet shows those it has. */
const fractionDigits = (mantissa: string): number => /[.,](\d*)\)?$/.exec(mantissa)?.[1]?.length ?? 0;

/** Sign or accounting parentheses off, then the digits. */
function readSigned(text: string, mark: DecimalMark): string | null {
  let body = text.replace(GROUP_SPACES, " ").replace(APOSTROPHES, "'").replace(MINUS_SIGNS, "-");
  let negative = false;
  if (body.startsWith("(") && body.endsWith(")")) {
    negative = true;
    body = body.slice(1, -1).trim();
  } else if (body.startsWith("-") || body.startsWith("+")) {
    negative = body.startsWith("-");
    body = body.slice(1).trimStart();
  } else if (/\d-$/.test(body)) {
    // The trailing minus of SAP and other ledgers.
    negative = true;
    body = body.slice(0, -1);
  }
  return readUnsigned(body, mark, negative);
}

/** `text` is trimmed. Null: not a number; `lost`: a spreadsheet's scientific notation has dropped digits. */
export function readDecimal(text: string, mark: DecimalMark): string | "lost" | null {
  if (isCanonicalInteger(text)) return text;
  const parts = EXPONENT.exec(text);
  if (parts === null) return readSigned(text, mark);
  const mantissa = readSigned(parts[1] ?? "", mark);
  if (mantissa === null) return null;
  const exponent = Number(parts[2]);
  if (SPREADSHEET_EXPONENT.test(text) && exponent > fractionDigits(parts[1] ?? "")) return "lost";
  const number = expand(mantissa, exponent);
  return number.length > MAX_DIGITS ? null : number;
}
