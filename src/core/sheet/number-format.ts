/**
 * What a cell's number format (ECMA-376 part 1, 18.8.30 and 18.8.31) says about what its number is: a date, a time, digits
 * that are written in a certain way (a postal code, a telephone number), or just a number. How a number is merely made to
 * look (thousands, decimals, percent, currency, colour) says nothing: then the number itself is the value.
 */

export type NumberFormat =
  | { readonly kind: "number" }
  | { readonly kind: "date" }
  /** What a clock shows; the number may be a moment of a day all the same. */
  | { readonly kind: "time" }
  /** Hours and minutes that have passed, more than a day's perhaps. */
  | { readonly kind: "duration" }
  | { readonly kind: "digits"; readonly sections: readonly DigitSection[] };

export type DigitSection = {
  readonly holds: ((value: number) => boolean) | null;
  /** Null = numbers of this section are shown as they are. */
  readonly pattern: DigitPattern | null;
};
/** `0`, `#` and `?` take a digit each; every other part is text as it is. */
export type DigitPattern = readonly { readonly digit: boolean; readonly text: string }[];

const NUMBER: NumberFormat = { kind: "number" };
const DATE: NumberFormat = { kind: "date" };
const TIME: NumberFormat = { kind: "time" };
const DURATION: NumberFormat = { kind: "duration" };

/** Formats without a code of their own. 27 to 36 and 50 to 58 are dates in East Asian workbooks, 71 to 81 in Thai ones. */
export function builtinNumberFormat(id: number): NumberFormat {
  if (id === 46) return DURATION;
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47) || (id >= 32 && id <= 35) || (id >= 55 && id <= 56)) return TIME;
  if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return DATE;
  return id >= 71 && id <= 81 ? DATE : NUMBER;
}

/** Quoted text, one escaped character, a blank of a character's width, a fill, or a bracket: none is a placeholder. */
const MARKS = /"([^"]*)"?|\\(.)|[_*](.)|\[([^\]]*)\]?|([^"\\_*[])/gsu;
const CONDITION = /^(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)$/;

export function readNumberFormat(code: string): NumberFormat {
  const sections = sectionsOf(code);
  const bare = sections[0]?.bare.replace(/general|standard/i, "") ?? "";
  const kind = dateKind(bare);
  if (kind !== null) return kind === TIME && sections[0]?.isElapsed ? DURATION : kind;
  const digits = sections.map((section) => ({ holds: section.holds, pattern: digitPattern(section) }));
  return digits.some(({ pattern }) => pattern !== null) ? { kind: "digits", sections: digits } : NUMBER;
}

type Section = {
  readonly holds: DigitSection["holds"];
  /** The placeholders alone; elapsed hours, minutes and seconds among them. */
  bare: string;
  isElapsed: boolean;
  readonly parts: { readonly literal: boolean; readonly text: string }[];
};

function sectionsOf(code: string): readonly Section[] {
  let section: Section & { holds: DigitSection["holds"] } = { holds: null, bare: "", isElapsed: false, parts: [] };
  const sections = [section];
  for (const [, quoted, escaped, , bracket, plain] of code.slice(0, 1_000).matchAll(MARKS)) {
    if (plain === ";") {
      section = { holds: null, bare: "", isElapsed: false, parts: [] };
      sections.push(section);
    } else if (plain !== undefined) {
      section.bare += plain;
      section.parts.push({ literal: false, text: plain });
    } else if (bracket !== undefined) {
      const condition = CONDITION.exec(bracket);
      if (condition) section.holds = comparison(condition[1] ?? "", Number(condition[2]));
      else if (/^(h+|m+|s+)$/i.test(bracket)) {
        section.bare += bracket;
        section.isElapsed = true;
      } else if (bracket.startsWith("$")) pushLiteral(section, bracket.slice(1).replace(/-[^-]*$/, ""));
    } else pushLiteral(section, quoted ?? escaped ?? "");
  }
  return sections;
}

function pushLiteral(section: Section, text: string): void {
  if (text !== "") section.parts.push({ literal: true, text });
}

function comparison(sign: string, limit: number): (value: number) => boolean {
  switch (sign) {
    case "<":
      return (value) => value < limit;
    case "<=":
      return (value) => value <= limit;
    case ">":
      return (value) => value > limit;
    case ">=":
      return (value) => value >= limit;
    case "<>":
      return (value) => value !== limit;
    default:
      return (value) => value === limit;
  }
}

/** `m` is a minute beside hours or seconds, a month otherwise. */
function dateKind(bare: string): NumberFormat | null {
  const letters = bare.replace(/e[+-]/gi, "").replace(/am\/pm|a\/p/gi, "h");
  if (/[yd]|e/i.test(letters)) return DATE;
  if (/[hs]/i.test(letters)) return TIME;
  return /m|j{2}|t{2}/i.test(letters) ? DATE : null;
}

/** What telephone numbers and the like are parted by. */
const PHONE_MARKS = /^[-+() ./\u00a0\u2011\u2013]+$/;

/**
 * Only digits and fixed text, and a sign that the number is a name rather than an amount: it is padded with zeros, or what
 * stands between the digits is what stands in telephone numbers.
 */
function digitPattern({ parts, bare }: Section): DigitPattern | null {
  if (!/^[0#? ()+-]+$/.test(bare)) return null;
  const pattern = parts.map(({ literal, text }) => ({ digit: !literal && /[0#?]/.test(text), text }));
  const zeros = pattern.filter(({ digit, text }) => digit && text === "0").length;
  const fixed = pattern.filter(({ digit }) => !digit);
  if (!pattern.some(({ digit }) => digit)) return null;
  if (zeros >= 2) return pattern;
  // A minus in front is that of an amount below zero.
  const marks = fixed.map(({ text }) => text).join("");
  const isAmount = pattern[0]?.text === "-" || marks.trim() === "";
  return !isAmount && PHONE_MARKS.test(marks) ? pattern : null;
}
