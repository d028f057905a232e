/** The first byte of a file that shows something: behind byte order marks, white space, and the zeros of wide encodings. */

const BEHIND: ReadonlySet<number> = new Set([0, 9, 10, 13, 0x1e, 0x20, 0xef, 0xbb, 0xbf, 0xfe, 0xff]);

/** As a character; most files are ruled out by it without being decoded. `""` where nothing is shown. */
export function firstSign(bytes: Uint8Array): string {
  const first = bytes.find((byte) => !BEHIND.has(byte));
  return first === undefined ? "" : String.fromCharCode(first);
}
