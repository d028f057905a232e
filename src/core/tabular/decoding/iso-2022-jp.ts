/**
 * ISO-2022-JP, the Japanese of old mail: escape sequences switch between character sets of seven bits. Decoders differ in
 * what they make of a line end behind a switch, and some lose it. Here every line starts in ASCII, as RFC 1468 asks, so
 * that a row can be read from its own first byte.
 */

const ESCAPE = 0x1b;

type CharacterSet = "ascii" | "kana" | "two-byte" | "three-byte";

/** By the bytes behind the escape. JIS X 0201 Roman counts as ASCII: it differs in `\` and `~` alone. */
const SWITCHES: readonly (readonly [bytes: string, set: CharacterSet])[] = [
  ["(B", "ascii"],
  ["(J", "ascii"],
  ["(I", "kana"],
  ["$@", "two-byte"],
  ["$B", "two-byte"],
  ["$(D", "three-byte"],
];

/** The same text in EUC-JP, with the same line ends. */
export function eucFromIso2022(bytes: Uint8Array): Uint8Array {
  const euc = new Uint8Array(2 * bytes.length);
  let end = 0;
  let set: CharacterSet = "ascii";
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === ESCAPE) {
      const found = SWITCHES.find(([sequence]) => startsWith(bytes, at + 1, sequence));
      if (found) {
        set = found[1];
        at += found[0].length;
        continue;
      }
    }
    if (byte === 10 || byte === 13) set = "ascii";
    if (set === "ascii" || byte <= 0x20 || byte >= 0x7f) euc[end++] = byte;
    else if (set === "kana") {
      euc[end++] = 0x8e;
      euc[end++] = byte | 0x80;
    } else {
      const second = bytes[at + 1] ?? 0;
      if (set === "three-byte") euc[end++] = 0x8f;
      euc[end++] = byte | 0x80;
      if (second > 0x20 && second < 0x7f) {
        euc[end++] = second | 0x80;
        at++;
      }
    }
  }
  return euc.subarray(0, end);
}

/** The first set is switched on in a file that is in this encoding, and by hardly any other text. */
export function hasJapaneseEscapes(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(ESCAPE); at >= 0; at = bytes.indexOf(ESCAPE, at + 1)) {
    const found = SWITCHES.find(([sequence]) => startsWith(bytes, at + 1, sequence));
    if (found && found[1] !== "ascii") return true;
  }
  return false;
}

function startsWith(bytes: Uint8Array, from: number, sequence: string): boolean {
  for (let at = 0; at < sequence.length; at++) if (bytes[from + at] !== sequence.charCodeAt(at)) return false;
  return true;
}
