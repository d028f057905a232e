/**
 * Code page 949: EUC-KR and, in the gaps between its bytes, the 8,822 syllables that it lacks. Windows writes it under the
 * name of EUC-KR, and rare names need it, but not every decoder of EUC-KR reads them.
 */

type Decode = (bytes: Uint8Array) => string;

const REPLACEMENT = 0xfffd;
const FIRST_LEAD = 0x81;
const FIRST_TRAIL = 0x41;
const TRAILS = 0xff - FIRST_TRAIL;
const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;

/** Characters by lead and trail byte; 0 = none. */
let known: Uint16Array | null = null;

/** @param decodeEucKr reads the pairs that EUC-KR has */
export function utf16FromCodePage949(decodeEucKr: Decode): (bytes: Uint8Array) => Uint8Array {
  known ??= pairsOf(decodeEucKr);
  const pairs = known;
  return (bytes) => {
    const units = new Uint8Array(2 * bytes.length);
    let end = 0;
    for (let at = 0; at < bytes.length; at++) {
      const lead = bytes[at] ?? 0;
      let code = lead < 0x80 ? lead : (pairs[pairIndex(lead, bytes[at + 1] ?? 0)] ?? 0);
      if (lead >= 0x80) {
        const trail = bytes[at + 1] ?? 0;
        // What follows a byte that begins nothing is read by itself, so that no delimiter or line end is lost.
        if (code !== 0 || trail >= 0x80) at++;
        if (code === 0) code = REPLACEMENT;
      }
      units[end++] = code & 0xff;
      units[end++] = code >> 8;
    }
    return units.subarray(0, end);
  };
}

function pairIndex(lead: number, trail: number): number {
  if (lead < FIRST_LEAD || lead > 0xfe || trail < FIRST_TRAIL || trail > 0xfe) return -1;
  return (lead - FIRST_LEAD) * TRAILS + trail - FIRST_TRAIL;
}

function pairsOf(decodeEucKr: Decode): Uint16Array {
  const pairs = new Uint16Array((0xff - FIRST_LEAD) * TRAILS);
  const common = new Set<number>();
  for (let lead = 0xa1; lead <= 0xfe; lead++) {
    for (let trail = 0xa1; trail <= 0xfe; trail++) {
      const text = decodeEucKr(new Uint8Array([lead, trail]));
      const code = text.length === 1 ? text.charCodeAt(0) : REPLACEMENT;
      if (code === REPLACEMENT) continue;
      pairs[pairIndex(lead, trail)] = code;
      common.add(code);
    }
  }
  pairs[pairIndex(0xa2, 0xe6)] = 0x20ac;
  pairs[pairIndex(0xa2, 0xe7)] = 0xae;
  // The other syllables follow each other in Unicode's order through the pairs that are left.
  let syllable = FIRST_SYLLABLE;
  for (let lead = FIRST_LEAD; lead <= 0xc6; lead++) {
    for (const trail of lead <= 0xa0 ? LONG_ROW : SHORT_ROW) {
      while (common.has(syllable)) syllable++;
      if (syllable > LAST_SYLLABLE) return pairs;
      pairs[pairIndex(lead, trail)] = syllable++;
    }
  }
  return pairs;
}

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at);
const LETTERS = [...range(0x41, 0x5a), ...range(0x61, 0x7a)];
const LONG_ROW = [...LETTERS, ...range(0x81, 0xfe)];
const SHORT_ROW = [...LETTERS, ...range(0x81, 0xa0)];
